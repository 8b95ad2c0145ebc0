// SPDX-License-Identifier: Apache-2.0
package podium.operation.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import podium.operation.texts.Texts;

/**
 * Who else may be stopped for what a plan makes start, to be held against who it was when the plan was made: one that starts in the place
 * while the plan is read would be stopped without a word. In the realm.
 */
public final class OthersStopped implements PlacementOutlook {
    private Supplier<List<String>> now = List::of;
    private List<String> then = List.of();

    /**
     * Holds from now on who it is against who it was.
     *
     * @param now each in words, with what is lost
     */
    public OthersStopped watch(Supplier<List<String>> now, List<String> then) {
        this.now = now;
        this.then = then;
        return this;
    }

    @Override
    public Optional<String> lost() {
        List<String> news = news(now.get(), then);
        return news.isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.of("OthersStopped.thatIsNew", String.join("; ", news)));
    }

    /** Those who were not named before. How much each loses, in hours, grows and is no news. */
    public static List<String> news(List<String> now, List<String> then) {
        List<String> named = then.stream().map(OthersStopped::who).toList();
        return now.stream().filter(one -> !named.contains(who(one))).toList();
    }

    private static String who(String words) {
        return words.replaceFirst("\\): .*", ")");
    }
}
