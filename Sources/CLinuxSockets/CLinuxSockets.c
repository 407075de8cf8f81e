#define _GNU_SOURCE
#include "CLinuxSockets.h"

#include <endian.h>
#include <errno.h>
#include <ifaddrs.h>
// Before the kernel's headers, which then leave out what it defines.
#include <net/if.h>

#include <linux/errqueue.h>
#include <linux/filter.h>
#include <linux/icmp.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/sock_diag.h>
#include <net/if_arp.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

// The family of an endpoint that is a station on a link.
enum { STATION = 2 };

static socklen_t to_sockaddr(const struct linux_endpoint *endpoint, struct sockaddr_storage *storage) {
    memset(storage, 0, sizeof *storage);
    if (endpoint->family == 4) {
        struct sockaddr_in *in = (struct sockaddr_in *)storage;
        in->sin_family = AF_INET;
        in->sin_port = htons(endpoint->port);
        in->sin_addr.s_addr = htonl((uint32_t)endpoint->low);
        return sizeof *in;
    }
    if (endpoint->family == STATION) {
        struct sockaddr_ll *station = (struct sockaddr_ll *)storage;
        station->sll_family = AF_PACKET;
        station->sll_protocol = htons(endpoint->port);
        station->sll_ifindex = (int)endpoint->high;
        station->sll_halen = 6;
        for (int i = 0; i < 6; i++) station->sll_addr[i] = (uint8_t)(endpoint->low >> (40 - 8 * i));
        return sizeof *station;
    }
    struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)storage;
    uint64_t words[2] = {htobe64(endpoint->high), htobe64(endpoint->low)};
    in6->sin6_family = AF_INET6;
    in6->sin6_port = htons(endpoint->port);
    memcpy(&in6->sin6_addr, words, sizeof words);
    return sizeof *in6;
}

// `address` need not be aligned: control messages hold addresses behind other data.
static void from_sockaddr(const void *address, struct linux_endpoint *endpoint) {
    sa_family_t family;
    memset(endpoint, 0, sizeof *endpoint);
    memcpy(&family, address, sizeof family);
    if (family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, address, sizeof in);
        endpoint->family = 4;
        endpoint->port = ntohs(in.sin_port);
        endpoint->low = ntohl(in.sin_addr.s_addr);
    } else if (family == AF_INET6) {
        struct sockaddr_in6 in6;
        uint64_t words[2];
        memcpy(&in6, address, sizeof in6);
        memcpy(words, &in6.sin6_addr, sizeof words);
        endpoint->family = 6;
        endpoint->port = ntohs(in6.sin6_port);
        endpoint->high = be64toh(words[0]);
        endpoint->low = be64toh(words[1]);
    } else if (family == AF_PACKET) {
        struct sockaddr_ll station;
        memcpy(&station, address, sizeof station);
        // What we sent ourselves is heard too, and is nobody's.
        if (station.sll_pkttype == PACKET_OUTGOING || station.sll_halen != 6) return;
        endpoint->family = STATION;
        endpoint->high = (uint64_t)station.sll_ifindex;
        endpoint->port = ntohs(station.sll_protocol);
        for (int i = 0; i < 6; i++) endpoint->low = endpoint->low << 8 | station.sll_addr[i];
    }
}

// With the error queue on, ICMP errors arrive with their sender, and a raw socket no longer hides ENOBUFS.
static int enable_error_queue(int descriptor, int family) {
    int on = 1;
    return family == 4 ? setsockopt(descriptor, IPPROTO_IP, IP_RECVERR, &on, sizeof on)
                       : setsockopt(descriptor, IPPROTO_IPV6, IPV6_RECVERR, &on, sizeof on);
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

// Room for the answers to a fast sweep; beyond the system's limit where we are allowed to.
static void enlarge_receive_buffer(int descriptor) {
    int size = 8 << 20;
    if (setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size) != 0) {
        (void)setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    }
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

int linux_receive_error(int descriptor, uint8_t *bytes, size_t capacity, struct linux_socket_error *entry) {
    struct sockaddr_storage storage = {0};
    _Alignas(struct cmsghdr) char control[512];
    struct iovec part = {.iov_base = bytes, .iov_len = capacity};
    struct msghdr message = {.msg_name = &storage, .msg_namelen = sizeof storage, .msg_iov = &part, .msg_iovlen = 1,
                             .msg_control = control, .msg_controllen = sizeof control};
    ssize_t count = recvmsg(descriptor, &message, MSG_ERRQUEUE);
    if (count < 0) return -errno;
    memset(entry, 0, sizeof *entry);
    from_sockaddr(&storage, &entry->target);
    for (struct cmsghdr *part = CMSG_FIRSTHDR(&message); part != NULL; part = CMSG_NXTHDR(&message, part)) {
        int is_error = (part->cmsg_level == IPPROTO_IP && part->cmsg_type == IP_RECVERR) ||
                       (part->cmsg_level == IPPROTO_IPV6 && part->cmsg_type == IPV6_RECVERR);
        struct sock_extended_err error;
        if (!is_error || part->cmsg_len < CMSG_LEN(sizeof error)) continue;
        memcpy(&error, CMSG_DATA(part), sizeof error);
        entry->error = (int32_t)error.ee_errno;
        entry->from_icmp = error.ee_origin == SO_EE_ORIGIN_ICMP || error.ee_origin == SO_EE_ORIGIN_ICMP6;
        entry->type = error.ee_type;
        entry->code = error.ee_code;
        if (part->cmsg_len >= CMSG_LEN(sizeof error + sizeof(struct sockaddr_in))) {
            struct sockaddr_in6 offender = {0};
            size_t room = part->cmsg_len - CMSG_LEN(sizeof error);
            memcpy(&offender, CMSG_DATA(part) + sizeof error, room < sizeof offender ? room : sizeof offender);
            from_sockaddr(&offender, &entry->offender);
        }
    }
    return (int)count;
}

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

static int prefix_length(const struct sockaddr *mask) {
    if (mask == NULL) return 0;
    struct linux_endpoint bits;
    from_sockaddr(mask, &bits);
    return __builtin_popcountll(bits.high) + __builtin_popcountll(bits.low);
}

static void describe(const struct ifaddrs *list, const struct ifaddrs *item, struct linux_interface_address *entry) {
    memset(entry, 0, sizeof *entry);
    from_sockaddr(item->ifa_addr, &entry->address);
    entry->interface = (int32_t)if_nametoindex(item->ifa_name);
    entry->prefix_length = (uint8_t)prefix_length(item->ifa_netmask);
    entry->is_running = (item->ifa_flags & IFF_UP) != 0 && (item->ifa_flags & IFF_RUNNING) != 0;
    for (const struct ifaddrs *link = list; link != NULL; link = link->ifa_next) {
        if (link->ifa_addr == NULL || link->ifa_addr->sa_family != AF_PACKET) continue;
        if (strcmp(link->ifa_name, item->ifa_name) != 0) continue;
        struct sockaddr_ll station;
        memcpy(&station, link->ifa_addr, sizeof station);
        if (station.sll_hatype != ARPHRD_ETHER || station.sll_halen != 6) continue;
        entry->has_neighbours = (item->ifa_flags & (IFF_NOARP | IFF_LOOPBACK | IFF_POINTOPOINT)) == 0;
        for (int i = 0; i < 6; i++) entry->mac = entry->mac << 8 | station.sll_addr[i];
    }
}

int linux_interface_addresses(struct linux_interface_address *addresses, int capacity) {
    struct ifaddrs *list = NULL;
    if (getifaddrs(&list) != 0) return -errno;
    int count = 0;
    for (struct ifaddrs *item = list; item != NULL; item = item->ifa_next) {
        if (item->ifa_addr == NULL) continue;
        if (item->ifa_addr->sa_family != AF_INET && item->ifa_addr->sa_family != AF_INET6) continue;
        if (count < capacity) describe(list, item, &addresses[count]);
        count++;
    }
    freeifaddrs(list);
    return count;
}

int linux_open_link(void) {
    // Protocol 0: nothing is heard before the filter stands.
    int descriptor = socket(AF_PACKET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -errno;
    enlarge_receive_buffer(descriptor);
    return descriptor;
}

// Lets through IPv6 packets whose first content is an ICMPv6 neighbour advertisement.
static int filter_neighbour_answers(int descriptor) {
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 6),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, IPPROTO_ICMPV6, 0, 3),
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 40),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ND_NEIGHBOR_ADVERT, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, 0xffff),
        BPF_STMT(BPF_RET | BPF_K, 0),
    };
    struct sock_fprog program = {.len = sizeof code / sizeof *code, .filter = code};
    return setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

int linux_hear_link(int descriptor, uint16_t ethertype) {
    if (ethertype == ETH_P_IPV6 && filter_neighbour_answers(descriptor) != 0) return -errno;
    struct sockaddr_ll all = {.sll_family = AF_PACKET, .sll_protocol = htons(ethertype)};
    return bind(descriptor, (struct sockaddr *)&all, sizeof all) == 0 ? 0 : -errno;
}
