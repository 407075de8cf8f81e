#define _GNU_SOURCE
#include "Shared.h"

#include <errno.h>
#include <linux/icmp.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <unistd.h>

int enable_error_queue(int descriptor, int family) {
    int on = 1;
    return family == 4 ? setsockopt(descriptor, IPPROTO_IP, IP_RECVERR, &on, sizeof on)
                       : setsockopt(descriptor, IPPROTO_IPV6, IPV6_RECVERR, &on, sizeof on);
}

void enlarge_receive_buffer(int descriptor) {
    int size = 8 << 20;
    if (setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size) != 0) {
        (void)setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    }
}

static int filter_echo(int descriptor, int family) {
    if (family == 4) {
        struct icmp_filter filter = {
            .data = ~(1u << ICMP_ECHOREPLY | 1u << ICMP_DEST_UNREACH | 1u << ICMP_TIME_EXCEEDED)};
        return setsockopt(descriptor, SOL_RAW, ICMP_FILTER, &filter, sizeof filter);
    }
    struct icmp6_filter filter;
    ICMP6_FILTER_SETBLOCKALL(&filter);
    ICMP6_FILTER_SETPASS(ICMP6_ECHO_REPLY, &filter);
    ICMP6_FILTER_SETPASS(ICMP6_DST_UNREACH, &filter);
    ICMP6_FILTER_SETPASS(ICMP6_TIME_EXCEEDED, &filter);
    return setsockopt(descriptor, IPPROTO_ICMPV6, ICMP6_FILTER, &filter, sizeof filter);
}

// The caller writes the IP header. Only raw IPv4 sockets have headers that anyone could write.
static int give_up_header(int descriptor, int family) {
    int on = 1;
    return family == 4 ? setsockopt(descriptor, IPPROTO_IP, IP_HDRINCL, &on, sizeof on) : 0;
}

static int prepare_raw(int descriptor, int family) {
    int failed = filter_echo(descriptor, family);
    return failed ? failed : give_up_header(descriptor, family);
}

int linux_open_echo(int family, int raw) {
    int type = (raw ? SOCK_RAW : SOCK_DGRAM) | SOCK_NONBLOCK | SOCK_CLOEXEC;
    int descriptor = family == 4 ? socket(AF_INET, type, IPPROTO_ICMP) : socket(AF_INET6, type, IPPROTO_ICMPV6);
    if (descriptor < 0) return -errno;
    if (enable_error_queue(descriptor, family) != 0 || (raw && prepare_raw(descriptor, family) != 0)) {
        int error = errno;
        close(descriptor);
        return -error;
    }
    enlarge_receive_buffer(descriptor);
    return descriptor;
}

int linux_open_datagram(int family) {
    int descriptor = socket(family == 4 ? AF_INET : AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_UDP);
    if (descriptor < 0) return -errno;
    if (enable_error_queue(descriptor, family) != 0) {
        int error = errno;
        close(descriptor);
        return -error;
    }
    enlarge_receive_buffer(descriptor);
    return descriptor;
}
