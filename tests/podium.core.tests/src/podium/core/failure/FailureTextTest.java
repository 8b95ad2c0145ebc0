// SPDX-License-Identifier: Apache-2.0
package podium.core.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an exception says of itself is for programmers; the operator gets words. */
class FailureTextTest {
    static Stream<Throwable> jargon() {
        return Stream.of(
                new IOException("shutdownNow"),
                new IOException("closed"),
                new IOException((String) null),
                new IOException("", new ConnectException()),
                new EOFException(),
                new ClosedChannelException(),
                new ConnectException(),
                new UnknownHostException("lab.example"),
                new NoSuchFileException("/tmp/x"),
                new AccessDeniedException("/tmp/x"),
                new NullPointerException(),
                new StackOverflowError(),
                new CompletionException(new IOException("shutdownNow")),
                new AssertionError("secret in here"));
    }

    @ParameterizedTest
    @MethodSource("jargon")
    void noNameOfAMethodOrClassStandsForAReason(Throwable failure) {
        String words = FailureText.of(failure);
        assertTrue(words.contains(" "), words);
        assertFalse(words.contains("shutdownNow") || words.contains("null") || words.contains("java."), words);
        assertFalse(words.contains("secret"), words);
        assertEquals(words + ".", FailureText.sentence(failure));
    }

    @Test
    void theNameOfAClassBeforeItsWordsIsLeftOut() {
        assertEquals(
                "the server answered 500", FailureText.of(new IOException(new IOException("the server answered 500"))));
        assertEquals(
                "the server answered 500",
                FailureText.of(
                        new IllegalStateException("io.fabric8.Refused: podium.a.Upgrade$1: the server answered 500")));
        assertEquals("no reason was given", FailureText.of(new IOException("java.net.SocketException")));
        assertEquals(
                "host lab.example.Com does not answer",
                FailureText.of(new IOException("host lab.example.Com does not answer")));
    }

    /** The words of a parser say where in the text it stopped, which helps nobody. */
    @Test
    void anAnswerThatIsNoJsonOrWasCutOffIsToldWithoutTheWordsOfAParser() {
        assertEquals(
                "it is not JSON (a page of a proxy or a login?)",
                FailureText.of(assertThrows(IOException.class, () -> new ObjectMapper().readTree("<html>"))));
        assertEquals("it ended too early", FailureText.of(assertThrows(IOException.class, () -> new ObjectMapper()
                .readTree("{\"a\":"))));
        assertEquals(
                "it ended too early",
                FailureText.of(new IOException("fixed content-length: 229, bytes received: 114")));
    }

    @Test
    void aReasonInWordsStaysAsItIs() {
        assertEquals("the disk is full", FailureText.of(new IOException("the disk is full.")));
        assertEquals(
                "No file is read. Choose another.",
                FailureText.sentence(new IOException("No file is read. Choose another.")));
    }

    @Test
    void aDefectNamesItsKindAndPlaceForWhoMendsIt() {
        assertTrue(FailureText.of(new NullPointerException())
                .startsWith("by a defect of Podium (NullPointerException in FailureTextTest.java, line "));
    }
}
