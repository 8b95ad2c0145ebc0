// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.time.Duration;

/**
 * How patient a mirror is.
 *
 * @param pageSize objects in a page of a list
 * @param tick how often states are looked at
 * @param quiet silence of all streams together after which the server is asked whether it lives
 * @param answer how long it may take to say so; {@code quiet + answer} must stay below 10 s (R1)
 * @param silence silence of one stream after which it counts as dead; longer than {@code watch}, and
 *     {@code silence + tick} below 10 s (R1)
 * @param grace how long a broken stream may take to come back before the screen says so
 * @param shortest first wait after a failure
 * @param longest longest wait after a failure; a healed server is found again within 5 s (R1)
 * @param absent wait before a kind the server does not serve, or refuses, is asked for again
 * @param watch how long a watch may last before the server ends it, in whole seconds, where it has a connection of its own or
 *     its kind is one that the cluster is nothing without. Short on purpose: the bookmark that comes 2 s before the end, and the
 *     end, are how an idle stream shows end to end that it lives
 * @param share time for each of the other kinds, whose two watches share a connection with all others: with n of them each lasts
 *     n times as long, so that the server gets no more requests for many kinds than for few
 * @param lasting the longest of those
 * @param canary time after which the server is asked whether it lives, on that connection, whatever the streams say
 * @param rights time after which it is asked again whether what it refused is granted; below 10 s
 */
public record MirrorTiming(
        int pageSize,
        Duration tick,
        Duration quiet,
        Duration answer,
        Duration silence,
        Duration grace,
        Duration shortest,
        Duration longest,
        Duration absent,
        Duration watch,
        Duration share,
        Duration lasting,
        Duration canary,
        Duration rights) {

    /** What the console uses. */
    public static MirrorTiming usual() {
        return new MirrorTiming(
                500,
                Duration.ofMillis(500),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(9),
                Duration.ofSeconds(2),
                Duration.ofMillis(200),
                Duration.ofSeconds(4),
                Duration.ofMinutes(1),
                Duration.ofSeconds(7),
                Duration.ofSeconds(6),
                Duration.ofMinutes(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(8));
    }

    /** How long a watch on a shared connection lasts when there are so many. */
    Duration watch(int kinds) {
        Duration each = share.multipliedBy(kinds);
        Duration atLeast = each.compareTo(watch) > 0 ? each : watch;
        return atLeast.compareTo(lasting) < 0 ? atLeast : lasting;
    }

    /** How long a stream may be silent that ends by itself after that time. */
    Duration silence(Duration lasting) {
        return lasting.plus(silence.minus(watch));
    }
}
