// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import podium.core.failure.FailureText;
import podium.kubernetes.internal.credential.CredentialException;

/** What a failed exchange means, in words for the operator. */
public final class TransportFailureText {
    private TransportFailureText() {}

    /** What happened and what to do. */
    public record Words(String message, String advice) {}

    /** The exception to throw for what went wrong in java.net.http, which gives many of its failures no message at all. */
    static IOException of(Throwable cause) {
        String words = cause.getMessage() == null ? FailureText.of(cause) : cause.getMessage();
        if (cause instanceof IOException failure) {
            return certainlyNotSent(failure)
                    ? new NotSentException(words, failure)
                    : failure.getMessage() == null ? new IOException(words, failure) : failure;
        }
        return new IOException(words, cause);
    }

    private static boolean certainlyNotSent(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException;
    }

    /**
     * What to tell about a fault of Podium's own: its type and the place, but not its message, which may quote what was
     * being read.
     */
    public static Words unexpected(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String place = trace.length == 0 ? "" : " in " + trace[0].getFileName() + ", line " + trace[0].getLineNumber();
        return new Words(
                "An error inside Podium: " + fault.getClass().getSimpleName() + place + ".",
                "Reconnect. If it comes again, report this sentence.");
    }

    /** What to tell about a failure to reach a server. */
    public static Words words(IOException failure, String server) {
        if (failure instanceof CredentialException credential) {
            return new Words(String.valueOf(credential.getMessage()), credential.advice());
        }
        Optional<ProxyException> proxy = find(failure, ProxyException.class);
        if (proxy.isPresent()) {
            return new Words(
                    String.valueOf(proxy.get().getMessage()), proxy.get().advice());
        }
        if (find(failure, CertificateExpiredException.class).isPresent()) {
            return new Words(
                    "The certificate of " + server + " has expired.",
                    "Have the cluster's certificates renewed; check this computer's clock.");
        }
        if (find(failure, CertificateNotYetValidException.class).isPresent()) {
            return new Words("The certificate of " + server + " is not valid yet.", "Check this computer's clock.");
        }
        if (find(failure, CertPathBuilderException.class).isPresent()
                || find(failure, CertPathValidatorException.class).isPresent()) {
            return new Words(
                    "The certificate of " + server + " is not signed by the authority the kubeconfig names.",
                    "Get a kubeconfig with the right certificate-authority-data; somebody else may be answering.");
        }
        Optional<CertificateException> certificate = find(failure, CertificateException.class);
        if (certificate.isPresent()
                && String.valueOf(certificate.get().getMessage()).startsWith("No ")) {
            return new Words(
                    "The certificate of " + server + " is for another host: "
                            + certificate.get().getMessage() + ".",
                    "Use a host name that it was issued for, or set tls-server-name in the kubeconfig.");
        }
        if (find(failure, SSLException.class).isPresent()) {
            return new Words(
                    "No secure connection to " + server + ": " + root(failure) + ".",
                    "Check that the address is right and speaks TLS.");
        }
        return network(failure, server);
    }

    private static Words network(IOException failure, String server) {
        if (find(failure, UnknownHostException.class).isPresent()
                || find(failure, UnresolvedAddressException.class).isPresent()) {
            return new Words(
                    "The host of " + server + " is not known.",
                    "Check the server address in the kubeconfig, the VPN and the name server.");
        }
        if (find(failure, HttpConnectTimeoutException.class).isPresent()) {
            return new Words(server + " does not answer.", "Check the network, the VPN and the firewall.");
        }
        if (find(failure, ConnectException.class).isPresent()) {
            return new Words(
                    "Nothing answers at " + server + ": the connection was refused.",
                    "Check that the API server runs and that the address and port are right.");
        }
        return new Words(
                "The connection to " + server + " broke: " + broke(root(failure)) + ".",
                "Podium tries again by itself; check the network if it lasts.");
    }

    /** What the JDK's client says among its own, as one says it to others. */
    private static String broke(String said) {
        String low = said.toLowerCase(Locale.ROOT);
        if (low.contains("shutdownnow") || low.contains("selector manager") || low.contains("selmgr")) {
            return "it was closed on this side";
        } else if (low.contains("eof")
                || low.contains("received no bytes")
                || low.contains("goaway")
                || low.equals("closed")
                || low.contains("connection closed")
                || low.contains("closedchannel")) {
            return "the other side closed it";
        } else if (low.contains("reset") || low.contains("broken pipe")) {
            return "it was reset on the way";
        }
        // the name of a method or a class is no reason
        boolean word = said.contains(" ") || said.equals(low);
        return word ? said : "no reason was given (" + said + ")";
    }

    private static String root(Throwable failure) {
        String message = failure.getMessage();
        Throwable cause = failure.getCause();
        return message == null && cause != null && cause != failure
                ? root(cause)
                : message == null ? failure.getClass().getSimpleName() : message;
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
