#define _GNU_SOURCE
#include "Shared.h"

#include <endian.h>
#include <linux/if_packet.h>
#include <netinet/in.h>
#include <string.h>

// The family of an endpoint that is a station on a link.
enum { STATION = 2 };

socklen_t to_sockaddr(const struct linux_endpoint *endpoint, struct sockaddr_storage *storage) {
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

void from_sockaddr(const void *address, struct linux_endpoint *endpoint) {
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
