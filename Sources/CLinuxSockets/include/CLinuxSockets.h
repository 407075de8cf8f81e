#pragma once

// What Swift cannot import: socket addresses by family, control messages, ICMP filters, the error queue.
// Functions return 0 or a count on success and the negated error number on failure.

#include <stddef.h>
#include <stdint.h>

/// An address as a number of 32 or 128 bits in host order, its family (4 or 6), and a port in host order.
///
/// Family 2 is a station on a link: the low half is its hardware address, the high half the number of the interface,
/// the port the EtherType.
struct linux_endpoint {
    uint64_t high;
    uint64_t low;
    uint16_t port;
    uint8_t family;
};

/// A message that was received: from whom, and how many bytes of it there are.
struct linux_arrival {
    struct linux_endpoint source;
    uint32_t length;
};

/// An entry of a socket's error queue.
struct linux_socket_error {
    /// The error number that the kernel made of it.
    int32_t error;
    /// Whether an ICMP message brought it; then type, code and offender are that message's.
    uint8_t from_icmp;
    uint8_t type;
    uint8_t code;
    /// Where the packet went that it is about.
    struct linux_endpoint target;
    /// Who complained; family 0 if the kernel does not say.
    struct linux_endpoint offender;
};

/// Opens a non-blocking socket for ICMP echoes: unprivileged, or raw. Returns the descriptor.
int linux_open_echo(int family, int raw);

/// Opens a non-blocking socket for UDP. Returns the descriptor.
int linux_open_datagram(int family);

/// Opens a non-blocking socket and begins to connect it. The descriptor goes to `descriptor` even on failure of the
/// connect, and is -1 if there is none. Returns 0 when connected at once, -EINPROGRESS when under way.
int linux_connect(const struct linux_endpoint *target, int *descriptor);

/// Whether a socket is connected to itself, as loopback allows when a target's port is also the port we were given.
int linux_is_connected_to_itself(int descriptor);

/// The error that is pending on a socket, which is thereby cleared; 0 if there is none.
int linux_pending_error(int descriptor);

/// Whether a connection is still unanswered and our own machine dropped its repeated request: a local filter's refusal,
/// which connect() hides.
int linux_was_dropped_locally(int descriptor);

/// Sends `count` messages of one length that lie one behind the other, each to its target, with few system calls.
/// Writes an error number for each: 0 if it left, -1 if it was not tried, because one before it found no room.
void linux_send_batch(int descriptor, const uint8_t *bytes, size_t length, const struct linux_endpoint *targets,
                      int32_t *errors, int count);

/// Receives up to `count` messages with one system call, each into `room` bytes of its own. Returns how many came.
int linux_receive_batch(int descriptor, uint8_t *bytes, size_t room, struct linux_arrival *arrivals, int count);

/// How many messages the system has thrown away because the socket's receive buffer was full.
uint32_t linux_dropped(int descriptor);

/// Takes an entry from the error queue. Returns how many bytes it quotes of the packet, behind its IP header.
int linux_receive_error(int descriptor, uint8_t *bytes, size_t capacity, struct linux_socket_error *entry);

/// Waits until a descriptor is readable or has an error, or for so many nanoseconds. Returns how many are ready.
int linux_wait(const int *descriptors, int count, int64_t nanoseconds);

/// Opens a descriptor that watches many sockets. Returns it.
int linux_open_watch(void);

/// Watches a socket until it is closed: ready when writable or in error. Returns 0.
int linux_watch(int watch, int descriptor);

/// The watched sockets that are ready now. Returns how many there are, at most `capacity`.
int linux_ready(int watch, int *descriptors, int capacity);

/// An address of this machine and the interface that has it.
struct linux_interface_address {
    struct linux_endpoint address;
    /// The hardware address of the interface; 0 if it has none of 48 bits.
    uint64_t mac;
    /// The number of the interface.
    int32_t interface;
    /// How many bits of the address are those of its network.
    uint8_t prefix_length;
    /// Whether the interface is up and its link works.
    uint8_t is_running;
    /// Whether neighbours on the interface are asked for their hardware addresses.
    uint8_t has_neighbours;
};

/// The addresses of this machine. Returns how many there are; the first `capacity` are written.
int linux_interface_addresses(struct linux_interface_address *addresses, int capacity);

/// Opens a non-blocking socket for packets below IP, on all interfaces; it hears nothing yet. Returns the descriptor.
int linux_open_link(void);

/// Begins to hear packets of one EtherType; of IPv6 only what neighbours answer to questions for hardware addresses.
/// Returns 0.
int linux_hear_link(int descriptor, uint16_t ethertype);

/// Gives up the calling thread's capabilities for good, and those of threads that it makes; a superuser keeps only those
/// that let it read and write anybody's files. Returns 0.
int linux_drop_capabilities(void);
