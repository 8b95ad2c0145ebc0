// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import com.fasterxml.jackson.core.io.JsonEOFException;
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
import podium.kubernetes.internal.json.JsonException;
import podium.kubernetes.texts.Texts;

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
        String name = fault.getClass().getSimpleName();
        return new Words(
                trace.length == 0
                        ? Texts.of("TransportFailureText.anErrorInsidePodium", name)
                        : Texts.of(
                                "TransportFailureText.anErrorInsidePodiumAt",
                                name,
                                trace[0].getFileName(),
                                trace[0].getLineNumber()),
                Texts.of("TransportFailureText.reconnectIfItComes"));
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
                    Texts.of("TransportFailureText.theCertificateOfHasExpired", server),
                    Texts.of("TransportFailureText.haveTheClustersCertificates"));
        }
        if (find(failure, CertificateNotYetValidException.class).isPresent()) {
            return new Words(
                    Texts.of("TransportFailureText.theCertificateOfIsNotValid", server),
                    Texts.of("TransportFailureText.checkThisComputersClock"));
        }
        if (find(failure, CertPathBuilderException.class).isPresent()
                || find(failure, CertPathValidatorException.class).isPresent()) {
            return new Words(
                    Texts.of("TransportFailureText.theCertificateOfIsNotSigned", server),
                    Texts.of("TransportFailureText.getAKubeconfigWithTheRight"));
        }
        Optional<CertificateException> certificate = find(failure, CertificateException.class);
        if (certificate.isPresent() && isForAnother(certificate.get())) {
            return new Words(
                    Texts.of(
                            "TransportFailureText.theCertificateOfIsForAnotherHost",
                            server,
                            certificate.get().getMessage()),
                    Texts.of("TransportFailureText.useAHostName"));
        }
        if (find(failure, SSLException.class).isPresent()) {
            return new Words(
                    Texts.of("TransportFailureText.noSecureConnectionTo", server, root(failure)),
                    Texts.of("TransportFailureText.checkThatTheAddress"));
        }
        return network(failure, server);
    }

    /** The JDK says so by its words alone (sun.security.util.HostnameChecker). */
    private static boolean isForAnother(CertificateException failure) {
        return failure instanceof OtherNameException
                || String.valueOf(failure.getMessage()).startsWith("No ");
    }

    private static Words network(IOException failure, String server) {
        if (find(failure, UnknownHostException.class).isPresent()
                || find(failure, UnresolvedAddressException.class).isPresent()) {
            return new Words(
                    Texts.of("TransportFailureText.theHostOfIsNotKnown", server),
                    Texts.of("TransportFailureText.checkTheServerAddress"));
        }
        if (find(failure, HttpConnectTimeoutException.class).isPresent()) {
            return new Words(
                    Texts.of("TransportFailureText.doesNotAnswer", server),
                    Texts.of("TransportFailureText.checkTheNetworkTheVpn"));
        }
        if (find(failure, ConnectException.class).isPresent()) {
            return new Words(
                    Texts.of("TransportFailureText.nothingAnswersAtTheConnection", server),
                    Texts.of("TransportFailureText.checkThatTheApi"));
        }
        if (FailureText.isNotJson(failure) || find(failure, JsonException.class).isPresent()) {
            return new Words(
                    Texts.of("TransportFailureText.somethingElseAnswered", server),
                    Texts.of("TransportFailureText.openTheAddressInABrowser"));
        }
        return new Words(
                Texts.of(
                        "TransportFailureText.theConnectionToBroke",
                        server,
                        find(failure, JsonEOFException.class).isPresent()
                                ? Texts.of("TransportFailureText.itsAnswerWasCutOff")
                                : broke(root(failure))),
                Texts.of("TransportFailureText.podiumTriesAgainByItself"));
    }

    /** What the JDK's client says among its own, as one says it to others. */
    private static String broke(String said) {
        String low = said.toLowerCase(Locale.ROOT);
        if (low.contains("shutdownnow") || low.contains("selector manager") || low.contains("selmgr")) {
            return Texts.of("TransportFailureText.itWasClosedOnThisSide");
        } else if (low.contains("eof")
                || low.contains("received no bytes")
                || low.contains("goaway")
                || low.equals("closed")
                || low.contains("connection closed")
                || low.contains("closedchannel")) {
            return Texts.of("TransportFailureText.theOtherSideClosed");
        } else if (FailureText.isCut(said)) {
            return Texts.of("TransportFailureText.itsAnswerWasCutOff");
        } else if (low.contains("reset") || low.contains("broken pipe")) {
            return Texts.of("TransportFailureText.itWasResetOnTheWay");
        }
        // the name of a method or a class is no reason; a language without blanks is
        boolean word = said.contains(" ") || said.equals(low) || said.chars().anyMatch(c -> c > 127);
        return word ? said : Texts.of("TransportFailureText.noReasonWasGiven", said);
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
