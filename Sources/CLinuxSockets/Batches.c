#define _GNU_SOURCE
#include "Shared.h"

#include <errno.h>
#include <linux/sock_diag.h>
#include <string.h>

enum { BATCH = 64 };

static int is_shortage(int error) { return error == ENOBUFS || error == EAGAIN || error == ENOMEM; }

// Sends up to BATCH prepared messages. Returns how many were dealt with: fewer than `count` after a shortage.
static int send_prepared(int descriptor, struct mmsghdr *messages, int32_t *errors, int count) {
    // A send also reports an error that is pending from an earlier probe. Reporting clears it, so an error that is
    // really about this message comes again; more than these can hardly arrive between two system calls.
    enum { PENDING_ERROR_LIMIT = 3 };
    int done = 0, repeats = 0;
    while (done < count) {
        int sent = sendmmsg(descriptor, messages + done, (unsigned)(count - done), MSG_NOSIGNAL);
        if (sent > 0) {
            memset(errors + done, 0, (size_t)sent * sizeof *errors);
            done += sent;
            repeats = 0;
        } else if (is_shortage(errno) || repeats == PENDING_ERROR_LIMIT) {
            errors[done] = errno;
            done++;
            repeats = 0;
            if (is_shortage(errors[done - 1])) break;
        } else {
            repeats++;
        }
    }
    return done;
}

void linux_send_batch(int descriptor, const uint8_t *bytes, size_t length, const struct linux_endpoint *targets,
                      int32_t *errors, int count) {
    struct mmsghdr messages[BATCH];
    struct iovec parts[BATCH];
    struct sockaddr_storage storages[BATCH];
    for (int start = 0; start < count; start += BATCH) {
        int size = count - start < BATCH ? count - start : BATCH;
        for (int i = 0; i < size; i++) {
            // Sending writes through no iovec.
            parts[i] = (struct iovec){.iov_base = (void *)(bytes + (size_t)(start + i) * length), .iov_len = length};
            socklen_t room = to_sockaddr(&targets[start + i], &storages[i]);
            messages[i] = (struct mmsghdr){.msg_hdr = {.msg_name = &storages[i], .msg_namelen = room,
                                                       .msg_iov = &parts[i], .msg_iovlen = 1}};
        }
        int done = send_prepared(descriptor, messages, errors + start, size);
        if (done == size && !is_shortage(errors[start + done - 1])) continue;
        for (int i = start + done; i < count; i++) errors[i] = -1;
        return;
    }
}

int linux_receive_batch(int descriptor, uint8_t *bytes, size_t room, struct linux_arrival *arrivals, int count) {
    struct mmsghdr messages[BATCH];
    struct iovec parts[BATCH];
    struct sockaddr_storage storages[BATCH];
    int size = count < BATCH ? count : BATCH;
    for (int i = 0; i < size; i++) {
        storages[i].ss_family = AF_UNSPEC;
        parts[i] = (struct iovec){.iov_base = bytes + (size_t)i * room, .iov_len = room};
        messages[i] = (struct mmsghdr){.msg_hdr = {.msg_name = &storages[i], .msg_namelen = sizeof storages[i],
                                                   .msg_iov = &parts[i], .msg_iovlen = 1}};
    }
    int received = recvmmsg(descriptor, messages, (unsigned)size, MSG_DONTWAIT, NULL);
    if (received < 0) return -errno;
    for (int i = 0; i < received; i++) {
        from_sockaddr(&storages[i], &arrivals[i].source);
        arrivals[i].length = messages[i].msg_len;
    }
    return received;
}

uint32_t linux_dropped(int descriptor) {
    uint32_t figures[SK_MEMINFO_VARS] = {0};
    socklen_t length = sizeof figures;
    if (getsockopt(descriptor, SOL_SOCKET, SO_MEMINFO, figures, &length) != 0) return 0;
    return figures[SK_MEMINFO_DROPS];
}
