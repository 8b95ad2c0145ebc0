// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a user shows who they are; in the order client-go asks: certificate beside any of the others.
 *
 * @param certificate client certificate and key
 */
public record UserEntry(String name, Optional<Certificate> certificate, Proof proof, Impersonation impersonation) {
    /** A client certificate and its key. */
    public record Certificate(Pem chain, Pem key) {}

    /** What goes into the Authorization header. */
    public sealed interface Proof {}

    /** Nothing goes there. */
    public record Anonymous() implements Proof {}

    /** Nothing goes there, because the way is plain http: client-go sends credentials over TLS only. */
    public record Withheld() implements Proof {}

    /** A token within the kubeconfig. */
    public record Token(String token) implements Proof {
        @Override
        public String toString() {
            return "token";
        }
    }

    /** A token in a file that is read again as it changes. */
    public record TokenFile(Path path) implements Proof {}

    /** User name and password (HTTP basic). */
    public record Basic(String user, String password) implements Proof {
        @Override
        public String toString() {
            return "user name and password";
        }
    }

    /** A credential plugin. */
    public record Plugin(ExecPlugin exec) implements Proof {}

    /** Whether there is anything to show who one is. */
    public boolean named() {
        return certificate.isPresent() || !(proof instanceof Anonymous);
    }

    /** The same over plain http: nothing that must stay secret is sent, read or fetched. */
    UserEntry withheld() {
        return named() ? new UserEntry(name, Optional.empty(), new Withheld(), impersonation) : this;
    }
}
