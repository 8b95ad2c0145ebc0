// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What NO_PROXY says is reached without a proxy (golang.org/x/net/http/httpproxy, proxy.go: init, useProxy): host names with
 * all below them, {@code .name} for what is below only, addresses, CIDR ranges, each with a port behind it or without;
 * {@code *} is everything. A name is never looked up: a range says nothing of it.
 */
record ProxyExceptions(String text) {
    private static final int BITS = 8;

    /** Whether a server is this machine itself by its name or address. */
    static boolean isLocal(String host) {
        return host.equals("localhost")
                || ProxyAddress.literal(host)
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    /** @param host in small letters, an IPv6 address in its brackets or without */
    boolean has(String host, int port) {
        return Stream.of(text.split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*") || matches(entry, host, port));
    }

    private static boolean matches(String entry, String host, int port) {
        int slash = entry.indexOf('/');
        if (slash >= 0 && ProxyAddress.literal(entry.substring(0, slash)).isPresent()) {
            return ProxyAddress.literal(host).isPresent() && inRange(entry, slash, host);
        }
        int colon = entry.lastIndexOf(':');
        boolean ported =
                colon >= 0 && (entry.indexOf(':') == colon || entry.startsWith("[") && entry.charAt(colon - 1) == ']');
        String name = ported ? entry.substring(0, colon) : entry;
        if (ported && !entry.substring(colon + 1).equals(String.valueOf(port)) && !entry.endsWith(":")) {
            return false;
        }
        Optional<InetAddress> address = ProxyAddress.literal(name);
        if (address.isPresent()) {
            return address.equals(ProxyAddress.literal(host));
        }
        return ProxyAddress.literal(host).isEmpty() && named(name.startsWith("*.") ? name.substring(1) : name, host);
    }

    private static boolean named(String name, String host) {
        if (name.isEmpty()) {
            return false;
        }
        return name.startsWith(".") ? host.endsWith(name) : host.equals(name) || host.endsWith("." + name);
    }

    private static boolean inRange(String entry, int slash, String host) {
        byte[] range =
                ProxyAddress.literal(entry.substring(0, slash)).orElseThrow().getAddress();
        byte[] asked = ProxyAddress.literal(host).orElseThrow().getAddress();
        int bits;
        try {
            bits = Integer.parseInt(entry.substring(slash + 1));
        } catch (NumberFormatException e) {
            return false;
        }
        if (range.length != asked.length || bits < 0 || bits > range.length * BITS) {
            return false;
        }
        int whole = bits / BITS;
        int mask = 0xFF << BITS - bits % BITS & 0xFF;
        return Arrays.equals(range, 0, whole, asked, 0, whole)
                && (bits % BITS == 0 || (range[whole] & mask) == (asked[whole] & mask));
    }
}
