#define _GNU_SOURCE
#include "Shared.h"

#include <errno.h>
#include <ifaddrs.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <string.h>

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
