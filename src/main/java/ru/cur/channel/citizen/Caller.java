package ru.cur.channel.citizen;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** From where somebody calls, as far as it counts: of an IPv6 address the network, since each home has a whole one. */
final class Caller {
    private static final int NETWORK_BYTES = 8;

    private Caller() {}

    /** @param address of the request, always a number */
    static String of(String address) {
        try {
            InetAddress numeric = InetAddress.getByName(address);
            return numeric instanceof Inet6Address
                    ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(numeric.getAddress(), NETWORK_BYTES))
                    : numeric.getHostAddress();
        } catch (UnknownHostException notANumber) {
            return address;
        }
    }
}
