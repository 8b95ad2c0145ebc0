// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import podium.core.texts.Texts;

/**
 * A server that answers Prometheus queries, by its address.
 *
 * @param address http or https, without /api/v1
 * @param authority file of PEM certificates that its certificate is checked with; empty: those of the Java runtime
 */
public record PrometheusTarget(URI address, Auth auth, Optional<Path> authority) {

    /** How Podium shows who asks. A secret is in memory only, and in no text of these. */
    public sealed interface Auth {
        /** Not at all. */
        record None() implements Auth {}

        /** User and password (RFC 7617). */
        record Basic(String user, String password) implements Auth {
            @Override
            public String toString() {
                return "Basic[" + user + "]";
            }
        }

        /** A token (RFC 6750). */
        record Bearer(String token) implements Auth {
            @Override
            public String toString() {
                return "Bearer";
            }
        }

        /** A token read from this file each time. */
        record BearerFile(Path file) implements Auth {}
    }

    /**
     * Reads an address as a person writes it.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wanted
     */
    public static URI address(String text) {
        String trimmed = text.strip().replaceFirst("(?<=[^:/])/+$", "").replaceFirst("/api/v1$", "");
        try {
            URI address = URI.create(trimmed.contains("://") ? trimmed : "http://" + trimmed);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null && address.getQuery() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below, with what is wanted
        }
        throw new IllegalArgumentException(Texts.of("PrometheusTarget.notAnAddressUse"));
    }
}
