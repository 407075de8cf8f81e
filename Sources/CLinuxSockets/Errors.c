#define _GNU_SOURCE
#include "Shared.h"

#include <errno.h>
#include <linux/errqueue.h>
#include <netinet/in.h>
#include <string.h>

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
