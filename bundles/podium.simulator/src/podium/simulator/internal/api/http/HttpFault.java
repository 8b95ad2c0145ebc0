// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What goes wrong with one request.
 *
 * @param delay time before the request is answered
 * @param instead an answer in place of the server's
 * @param cutAfter bytes of the response, headers included, after which the connection ends
 * @param end how it ends then
 * @param largestWrite most bytes that are sent at once, {@link Integer#MAX_VALUE} for no limit
 * @param stall time for which the response stops once, after {@code cutAfter} bytes, instead of ending
 * @param frames what becomes of the frames of a stream
 * @param afterwards whether the request is carried out although its answer is lost or replaced
 * @param inBody whether {@code cutAfter} counts from the end of the headers on
 */
public record HttpFault(
        Duration delay,
        Optional<HttpResponse> instead,
        OptionalLong cutAfter,
        End end,
        int largestWrite,
        Optional<Duration> stall,
        FrameFilter frames,
        boolean afterwards,
        boolean inBody) {

    /** How a cut connection ends. */
    public enum End {
        /** The server closes. */
        CLOSE,
        /** The server sends a reset. */
        RESET,
        /** Nothing more is sent and nothing closed. */
        HALF_OPEN
    }

    /** Nothing goes wrong. */
    public static final HttpFault NONE = new HttpFault(
            Duration.ZERO,
            Optional.empty(),
            OptionalLong.empty(),
            End.CLOSE,
            Integer.MAX_VALUE,
            Optional.empty(),
            FrameFilter.NONE,
            false,
            false);

    /** Answers late. */
    public static HttpFault delayed(Duration delay) {
        return new HttpFault(
                delay, NONE.instead, NONE.cutAfter, NONE.end, NONE.largestWrite, NONE.stall, NONE.frames, false, false);
    }

    /** Answers with something else; the request is not carried out. */
    public static HttpFault instead(HttpResponse response) {
        return answered(response, false);
    }

    /** Carries the request out and answers with something else: the write that was applied although it seems to fail. */
    public static HttpFault appliedBut(HttpResponse response) {
        return answered(response, true);
    }

    /** Ends the connection after so many bytes of the response. */
    public static HttpFault cut(long afterBytes, End end) {
        return broken(afterBytes, end, Optional.empty(), false);
    }

    /** Stops once after so many bytes, then goes on. */
    public static HttpFault stalled(long afterBytes, Duration time) {
        return broken(afterBytes, End.CLOSE, Optional.of(time), false);
    }

    /** Sends the headers and so many bytes of the body, stops once, then goes on. */
    public static HttpFault stalledBody(long afterBytes, Duration time) {
        return broken(afterBytes, End.CLOSE, Optional.of(time), true);
    }

    private static HttpFault answered(HttpResponse response, boolean afterwards) {
        return new HttpFault(
                NONE.delay,
                Optional.of(response),
                NONE.cutAfter,
                NONE.end,
                NONE.largestWrite,
                NONE.stall,
                NONE.frames,
                afterwards,
                false);
    }

    private static HttpFault broken(long afterBytes, End end, Optional<Duration> stall, boolean inBody) {
        return new HttpFault(
                NONE.delay,
                NONE.instead,
                OptionalLong.of(afterBytes),
                end,
                NONE.largestWrite,
                stall,
                NONE.frames,
                false,
                inBody);
    }

    /** Sends at most so many bytes at once. */
    public static HttpFault trickled(int largestWrite) {
        return new HttpFault(
                NONE.delay, NONE.instead, NONE.cutAfter, NONE.end, largestWrite, NONE.stall, NONE.frames, false, false);
    }

    /** Changes the frames of a stream. */
    public static HttpFault frames(FrameFilter filter) {
        return new HttpFault(
                NONE.delay, NONE.instead, NONE.cutAfter, NONE.end, NONE.largestWrite, NONE.stall, filter, false, false);
    }

    /** Loses the frames that match. */
    public static HttpFault lost(Predicate<byte[]> frames) {
        return frames(frame -> frames.test(frame) ? List.of() : List.of(frame));
    }
}
