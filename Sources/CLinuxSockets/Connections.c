#define _GNU_SOURCE
#include "Shared.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>

int linux_connect(const struct linux_endpoint *target, int *descriptor) {
    struct sockaddr_storage storage;
    socklen_t length = to_sockaddr(target, &storage);
    *descriptor = socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
    if (*descriptor < 0) return -errno;
    // Closing resets the connection, so that no local port stays in TIME_WAIT.
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    if (setsockopt(*descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset) != 0) return -errno;
    if (enable_error_queue(*descriptor, target->family) != 0) return -errno;
    return connect(*descriptor, (struct sockaddr *)&storage, length) == 0 ? 0 : -errno;
}

int linux_is_connected_to_itself(int descriptor) {
    struct sockaddr_storage own = {0}, peer = {0};
    socklen_t own_length = sizeof own, peer_length = sizeof peer;
    return getsockname(descriptor, (struct sockaddr *)&own, &own_length) == 0 &&
           getpeername(descriptor, (struct sockaddr *)&peer, &peer_length) == 0 && own_length == peer_length &&
           memcmp(&own, &peer, own_length) == 0;
}

int linux_pending_error(int descriptor) {
    int error = 0;
    socklen_t length = sizeof error;
    if (getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) != 0) return errno;
    return error;
}

int linux_was_dropped_locally(int descriptor) {
    struct tcp_info info = {0};
    socklen_t length = sizeof info;
    if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &length) != 0) return 0;
    // The kernel counts every repetition that it begins, and as under way only one that left.
    return info.tcpi_state == TCP_SYN_SENT && info.tcpi_total_retrans > 0 && info.tcpi_retrans == 0;
}
