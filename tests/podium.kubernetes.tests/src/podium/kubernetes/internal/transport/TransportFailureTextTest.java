// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import podium.kubernetes.internal.credential.CredentialException;
import podium.kubernetes.internal.json.JsonException;
import podium.kubernetes.internal.json.Trees;

/** Each way a connection can fail, in the operator's words. */
class TransportFailureTextTest {
    private static final String SERVER = "https://cluster:6443";

    private static IOException tls(Exception cause) {
        SSLHandshakeException failure = new SSLHandshakeException("handshake");
        failure.initCause(cause);
        return failure;
    }

    private static IOException connect(Throwable cause) {
        ConnectException failure = new ConnectException();
        failure.initCause(cause);
        return failure;
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(tls(new CertificateExpiredException()), "has expired", "clock"),
                Arguments.of(tls(new CertificateNotYetValidException()), "not valid yet", "clock"),
                Arguments.of(tls(new CertPathBuilderException()), "not signed by the authority", "kubeconfig"),
                Arguments.of(tls(new CertPathValidatorException()), "not signed by the authority", "kubeconfig"),
                Arguments.of(
                        tls(new CertificateException("No name matching cluster found")),
                        "for another host: No name matching cluster found",
                        "tls-server-name"),
                Arguments.of(
                        tls(new OtherNameException("cluster")),
                        "for another host: No name matching cluster found",
                        "tls-server-name"),
                Arguments.of(tls(new CertificateException("odd")), "No secure connection to " + SERVER, "speaks TLS"),
                Arguments.of(new SSLException("plain text?"), "plain text?", "speaks TLS"),
                Arguments.of(new UnknownHostException("cluster"), "host of " + SERVER + " is not known", "VPN"),
                Arguments.of(connect(new UnresolvedAddressException()), "is not known", "name server"),
                Arguments.of(new HttpConnectTimeoutException("slow"), "does not answer", "firewall"),
                Arguments.of(new ConnectException(), "connection was refused", "address and port"),
                Arguments.of(
                        notJson("<html>Log in</html>"),
                        "Something that is not a Kubernetes API server answered at " + SERVER + ", such as a proxy",
                        "in a browser"),
                Arguments.of(
                        new JsonException("odd"), "Something that is not a Kubernetes API server answered", "browser"),
                Arguments.of(
                        notJson("{\"items\":[{"), "broke: its answer was cut off on the way.", "tries again by itself"),
                Arguments.of(
                        new IOException("fixed content-length: 229, bytes received: 114"),
                        "broke: its answer was cut off on the way.",
                        "tries again by itself"),
                Arguments.of(new EOFException("cut"), "broke: cut", "tries again by itself"),
                Arguments.of(new IOException("CutInTwo"), "no reason was given (CutInTwo)", "tries again by itself"),
                Arguments.of(new IOException("HTTP \u5207\u65ad"), "broke: HTTP \u5207\u65ad", "tries again by itself"),
                Arguments.of(new IOException("HTTP\u5207\u65ad"), "broke: HTTP\u5207\u65ad", "tries again by itself"),
                Arguments.of(new IOException(new EOFException()), "broke:", "tries again by itself"));
    }

    private static IOException notJson(String text) {
        return assertThrows(IOException.class, () -> Trees.read(text));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureSaysWhatHappenedAndWhatToDo(IOException failure, String message, String advice) {
        TransportFailureText.Words words = TransportFailureText.words(failure, SERVER);
        assertTrue(words.message().contains(message), words::message);
        assertTrue(words.advice().contains(advice), words::advice);
        assertTrue(words.message().endsWith("."), words::message);
    }

    /** As java.net.http throws them: most have no message, and "null" is no word. */
    @Test
    void whatIsThrownAlwaysHasWords() {
        for (Throwable cause : new Throwable[] {
            new ConnectException(),
            connect(new ClosedChannelException()),
            new ClosedChannelException(),
            new IOException((String) null),
            new IllegalStateException()
        }) {
            String words = String.valueOf(TransportFailureText.of(cause).getMessage());
            assertTrue(words.contains(" ") && !words.contains("null"), words);
        }
        assertEquals(
                "nothing answers there",
                TransportFailureText.of(new ConnectException()).getMessage());
    }

    @Test
    void credentialsSpeakForThemselves() {
        TransportFailureText.Words words =
                TransportFailureText.words(new CredentialException("No token.", "Write one."), SERVER);
        assertEquals(new TransportFailureText.Words("No token.", "Write one."), words);
    }

    @Test
    void aFailureWithoutAMessageIsNamedByItsCauseElseByItsKind() {
        assertTrue(
                TransportFailureText.words(new EOFException(), SERVER).message().contains("the other side closed it"));
        IOException outer = new IOException(null, new EOFException("cut off"));
        assertTrue(TransportFailureText.words(outer, SERVER).message().contains("cut off"));
    }

    static Stream<IOException> notSent() {
        return Stream.of(
                new ConnectException("refused"),
                new UnknownHostException("h"),
                new NoRouteToHostException("away"),
                new HttpConnectTimeoutException("slow"),
                new SSLHandshakeException("no trust"));
    }

    @ParameterizedTest
    @MethodSource("notSent")
    void whatFailsBeforeTheRequestLeavesIsKnownNotToHaveActed(IOException failure) {
        IOException told = TransportFailureText.of(failure);
        assertInstanceOf(NotSentException.class, told);
        assertSame(failure, told.getCause(), "the words look through it");
    }

    @Test
    void whatFailsLaterMayHaveActed() {
        IOException reset = new IOException("connection reset");
        assertSame(reset, TransportFailureText.of(reset));
        IOException wrapped = TransportFailureText.of(new IllegalStateException("odd"));
        assertFalse(wrapped instanceof NotSentException);
        assertEquals("odd", wrapped.getMessage());
    }

    @Test
    void noWordsOfTheClientsInsidesReachTheOperator() {
        for (String inside : java.util.List.of(
                "shutdownNow",
                "selector manager closed",
                "HTTP/1.1 header parser received no bytes",
                "closed",
                "EOF reached while" + " reading",
                "Connection reset",
                "fixed content-length: 12, bytes received: 3")) {
            String words =
                    TransportFailureText.words(new IOException(inside), SERVER).message();
            assertFalse(words.contains("shutdownNow") || words.contains("selector") || words.contains("parser"), words);
        }
    }
}
