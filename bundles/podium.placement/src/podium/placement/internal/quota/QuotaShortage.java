// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.List;
import java.util.Optional;
import podium.placement.Obstacle;
import podium.placement.Obstacle.Cure;
import podium.placement.Reason;
import podium.placement.internal.index.ResourceText;
import podium.placement.texts.Texts;

/**
 * Something that a queue or quota does not grant. Told in the same words in a verdict, of a draft and of a job that waits.
 *
 * @param never true: however much others give back, it is not granted as the queue stands
 * @param forbids true: the server refuses pods that go beyond it, they do not wait in a queue
 * @param evicts whom the queue evicts for it, one each, as a {@link podium.placement.Verdict} tells it
 * @param cure empty: nothing but time
 * @param stopped true: it grants nothing to anybody until somebody opens it again
 */
public record QuotaShortage(
        String words, boolean never, boolean forbids, List<String> evicts, Optional<Cure> cure, boolean stopped) {
    public QuotaShortage {
        evicts = List.copyOf(evicts);
    }

    public QuotaShortage(String words, boolean never, Optional<Cure> cure) {
        this(words, never, List.of(), cure);
    }

    public QuotaShortage(String words, boolean never, List<String> evicts, Optional<Cure> cure) {
        this(words, never, false, evicts, cure);
    }

    public QuotaShortage(String words, boolean never, boolean forbids, List<String> evicts, Optional<Cure> cure) {
        this(words, never, forbids, evicts, cure, false);
    }

    public Obstacle obstacle() {
        return Obstacle.of(
                forbids ? Obstacle.By.NAMESPACE : stopped ? Obstacle.By.QUEUE : Obstacle.By.QUOTA,
                words,
                cure.orElse(new Cure.Elsewhere(Texts.of("QuotaShortage.raiseTheQuota"))));
    }

    Reason reason() {
        return stopped ? Reason.ofStop(words) : Reason.of(words);
    }

    boolean preempts() {
        return !evicts.isEmpty();
    }

    /**
     * The numbers of one limit.
     *
     * @param who e.g. "queue team-a, flavor h100"
     * @param kind what the limit is called there: nominal, capability, limit, hard
     * @param more goes on after the numbers; empty: nothing more
     */
    static String words(String who, String resource, long limit, String kind, long used, long asks, String more) {
        String words = Texts.of(
                "QuotaShortage.usedAsksFor",
                who,
                ResourceText.words(resource, limit),
                kind,
                ResourceText.number(resource, used),
                ResourceText.number(resource, asks));
        return more.isEmpty() ? words : words + "; " + more;
    }

    /** Of a queue by which it is never admitted as that stands, however much of it is free. */
    static QuotaShortage shut(String words, String cure) {
        return new QuotaShortage(words, true, false, List.of(), Optional.of(new Cure.Elsewhere(cure)), true);
    }

    static QuotaShortage stopped(String queue, String why) {
        return new QuotaShortage(
                why.isEmpty()
                        ? Texts.of("QuotaShortage.queueIsStopped", queue)
                        : Texts.of("QuotaShortage.queueIsStoppedBecause", queue, why),
                false,
                false,
                List.of(),
                Optional.of(new Cure.Elsewhere(Texts.of("QuotaShortage.startTheQueue"))),
                true);
    }
}
