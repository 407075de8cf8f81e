#define _GNU_SOURCE
#include "CLinuxSockets.h"

#include <errno.h>
#include <poll.h>
#include <sys/epoll.h>

int linux_wait(const int *descriptors, int count, int64_t nanoseconds) {
    struct pollfd entries[64];
    if (count > 64) return -EINVAL;
    for (int i = 0; i < count; i++) entries[i] = (struct pollfd){.fd = descriptors[i], .events = POLLIN};
    struct timespec longest = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000};
    int ready = ppoll(entries, (nfds_t)count, &longest, NULL);
    return ready < 0 ? -errno : ready;
}

int linux_open_watch(void) {
    int watch = epoll_create1(EPOLL_CLOEXEC);
    return watch < 0 ? -errno : watch;
}

int linux_watch(int watch, int descriptor) {
    struct epoll_event event = {.events = EPOLLOUT, .data.fd = descriptor};
    return epoll_ctl(watch, EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : -errno;
}

int linux_ready(int watch, int *descriptors, int capacity) {
    struct epoll_event events[256];
    int count = epoll_wait(watch, events, capacity < 256 ? capacity : 256, 0);
    for (int i = 0; i < count; i++) descriptors[i] = events[i].data.fd;
    return count < 0 ? -errno : count;
}
