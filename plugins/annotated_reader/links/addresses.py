"""Which addresses are asked for: those of the sources, and of their archived copies."""

from collections.abc import Iterable, Mapping
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from annotated_reader.notes import Source

# NAT64 (RFC 6052): an IPv4 address in its last 32 bits.
_NAT64 = IPv6Network("64:ff9b::/96")


def addresses_of(sources: Iterable[Source]) -> Mapping[str, str]:
    """Return every address of the sources with that of its archived copy, empty without one.

    A source without one has that of its DOI. An archived copy is an address to ask for, too.
    """
    addresses: dict[str, str] = {}
    for source in sources:
        url, archive = source.address, source.archive
        if url:
            addresses[url] = addresses.get(url) or archive
        if archive:
            addresses.setdefault(archive, "")
    return addresses


def is_public(number: str) -> bool:
    """Say whether an IP address is one of the public internet.

    The address of a source may come from a stranger, and this machine may stand in a
    network with servers that trust it (CWE-918): those are not asked for anything. An
    IPv6 address that stands for one of IPv4 is as public as that.
    """
    address: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        address = inner or address
    return address.is_global and not address.is_multicast
