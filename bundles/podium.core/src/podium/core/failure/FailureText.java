// SPDX-License-Identifier: Apache-2.0
package podium.core.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.texts.Texts;

/**
 * What went wrong, as part of a sentence for the operator: never the name of a class or a method, which the JDK gives as the message of
 * many an exception ({@code shutdownNow}, {@code /a/file}, {@code null}). Any thread.
 */
public final class FailureText {
    /** The full name of a class before its words, as an exception that was made of another one begins its message with. */
    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z_]\\w*\\.){2,}[A-Z][\\w$]*(?:: |$)");

    private FailureText() {}

    /** Why it failed, without a full stop. */
    public static String of(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        if (cause != null
                && (failure instanceof CompletionException
                        || failure instanceof ExecutionException
                        || failure instanceof UncheckedIOException)) {
            return of(cause);
        }
        if (cause != null && cause.toString().equals(failure.getMessage())) {
            return of(cause);
        }
        String said = failure.getMessage() == null
                ? ""
                : CLASS.matcher(failure.getMessage()).replaceAll("").strip();
        return switch (failure) {
            case FileSystemException file -> file(file);
            case FileNotFoundException _ when !said.contains(" ") -> Texts.of("FailureText.isNotThere", said);
            case UnknownHostException _ ->
                said.contains(" ") || said.isEmpty()
                        ? Texts.of("FailureText.theHostIsUnknown")
                        : Texts.of("FailureText.theNamedHostIsUnknown", said);
            case ConnectException _ when !said.contains(" ") -> Texts.of("FailureText.nothingAnswersThere");
            case NoRouteToHostException _ -> Texts.of("FailureText.thereIsNoRoute");
            case SocketTimeoutException _ -> Texts.of("FailureText.noAnswerCameIn");
            case HttpTimeoutException _ -> Texts.of("FailureText.noAnswerCameIn");
            case TimeoutException _ -> Texts.of("FailureText.noAnswerCameIn");
            case EOFException _ when !said.contains(" ") -> Texts.of("FailureText.itEndedTooEarly");
            case JsonProcessingException _ ->
                isNotJson(failure) ? Texts.of("FailureText.itIsNoJson") : Texts.of("FailureText.itEndedTooEarly");
            case ClosedChannelException _ -> Texts.of("FailureText.itWasClosed");
            case Error defect -> defect(defect);
            case IOException _ when isCut(said) -> Texts.of("FailureText.itEndedTooEarly");
            default -> isNoSentence(said) ? cause == null ? nameless(failure, said) : of(cause) : closing(said);
        };
    }

    /** Whether something was read as JSON that is none from its beginning on, as a page of HTML is; the end of one may be missing. */
    public static boolean isNotJson(Throwable failure) {
        for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof JsonProcessingException && !(one instanceof JsonEOFException)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the JDK's client says that a body is shorter than its head told, or that none came. */
    public static boolean isCut(String said) {
        return said.contains("fixed content-length") || said.contains("parser received no bytes");
    }

    /** Why it failed, with a full stop. */
    public static String sentence(Throwable failure) {
        String words = of(failure);
        return words.endsWith(".") ? words : words + ".";
    }

    private static String file(FileSystemException failure) {
        String file = String.valueOf(failure.getFile());
        @Nullable String reason = failure.getReason();
        return switch (failure) {
            case NoSuchFileException _ -> Texts.of("FailureText.isNotThere", file);
            case AccessDeniedException _ -> Texts.of("FailureText.mayNotBeOpened", file);
            case FileAlreadyExistsException _ -> Texts.of("FailureText.isThereAlready", file);
            case DirectoryNotEmptyException _ -> Texts.of("FailureText.isNotEmpty", file);
            default ->
                reason == null || reason.isBlank() ? Texts.of("FailureText.cannotBeUsed", file) : file + ": " + reason;
        };
    }

    /** One word, or what looks like code. */
    private static boolean isNoSentence(String said) {
        return !said.contains(" ");
    }

    private static String nameless(Throwable failure, String said) {
        String low = said.toLowerCase(Locale.ROOT);
        if (low.contains("shutdownnow")) {
            return Texts.of("FailureText.itWasClosedOnThisSide");
        } else if (low.equals("closed") || low.contains("goaway")) {
            return Texts.of("FailureText.theOtherSideClosed");
        } else if (failure instanceof RuntimeException) {
            return defect(failure);
        }
        return Texts.of("FailureText.noReasonWasGiven");
    }

    private static String closing(String said) {
        return said.endsWith(".") && said.indexOf(". ") < 0 ? said.substring(0, said.length() - 1) : said;
    }

    /** Whether {@link #of} says that Podium has a defect. */
    static boolean isDefect(Throwable failure) {
        String words = of(failure);
        for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
            if (words.equals(defect(one))) {
                return true;
            }
        }
        return false;
    }

    /** The kind and the place, for who mends it, but not its own words, which may quote what was being read. */
    private static String defect(Throwable defect) {
        StackTraceElement[] trace = defect.getStackTrace();
        String kind = defect.getClass().getSimpleName();
        return trace.length == 0
                ? Texts.of("FailureText.byADefect", kind)
                : Texts.of("FailureText.byADefectInLine", kind, trace[0].getFileName(), trace[0].getLineNumber());
    }
}
