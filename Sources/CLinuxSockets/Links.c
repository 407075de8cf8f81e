#define _GNU_SOURCE
#include "Shared.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>

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
