// What the files of this target share, and nobody else sees.
#ifndef CLINUXSOCKETS_SHARED_H
#define CLINUXSOCKETS_SHARED_H

#include "CLinuxSockets.h"

#include <sys/socket.h>

// The endpoint as the kernel takes it; returns how long that is.
socklen_t to_sockaddr(const struct linux_endpoint *endpoint, struct sockaddr_storage *storage);

// The endpoint that the kernel gave. `address` need not be aligned: control messages hold addresses behind other data.
void from_sockaddr(const void *address, struct linux_endpoint *endpoint);

// With the error queue on, ICMP errors arrive with their sender, and a raw socket no longer hides ENOBUFS.
int enable_error_queue(int descriptor, int family);

// Room for the answers to a fast sweep; beyond the system's limit where we are allowed to.
void enlarge_receive_buffer(int descriptor);

#endif
