// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.ui.toolkit.Menus.Entry;

/** A reason is read once, and never guessed. */
class MenuReasonsTest {
    private static final String LOCKED = "lab is read-only. Unlock it first (toolbar, or Act > Unlock).";

    private static Entry entry(String words, String whyNot) {
        return new Entry(words, Icon.JOB, "K", Optional.of(whyNot).filter(why -> !why.isEmpty()), () -> {});
    }

    private static List<String> told(List<List<Entry>> groups) {
        return MenuReasons.once(groups).stream()
                .flatMap(List::stream)
                .map(entry -> Menus.words(entry) + (entry.whyNot().isPresent() ? " grey" : ""))
                .toList();
    }

    @Test
    void aLongReasonThatMostIsGreyForIsSaidOnceAboveAndTheRestBeside() {
        List<List<Entry>> groups = List.of(
                List.of(
                        entry("Logs", ""),
                        entry("Shell", LOCKED),
                        entry("Queue", "there is no queue in its cluster"),
                        entry("Scale", LOCKED)),
                List.of(entry("Delete", LOCKED)));
        assertEquals(
                List.of(
                        LOCKED + " grey",
                        "Logs\tK",
                        "Shell\tK grey",
                        "Queue  (there is no queue in its cluster)\tK grey",
                        "Scale\tK grey",
                        "Delete\tK grey"),
                told(groups));
        assertTrue(MenuReasons.isLead(MenuReasons.once(groups).getFirst().getFirst()));
    }

    /** "(as above)" stood nine times in a menu, below other reasons than what it meant. */
    @Test
    void aShortReasonStandsBesideEachOfItsEntries() {
        assertEquals(
                List.of(
                        "Shell  (select one job)\tK grey",
                        "Suspend  (select jobs)\tK grey",
                        "Queue  (select jobs)\tK grey",
                        "Scale  (select jobs)\tK grey",
                        "Delete  (select jobs)\tK grey"),
                told(List.of(List.of(
                        entry("Shell", "select one job"),
                        entry("Suspend", "select jobs"),
                        entry("Queue", "select jobs"),
                        entry("Scale", "select jobs"),
                        entry("Delete", "select jobs")))));
    }

    @Test
    void whereReasonsDifferEachStandsBesideItsEntry() {
        assertEquals(
                List.of("Shell  (nothing of it runs)\tK grey", "Copy  (nothing of it runs)\tK grey"),
                told(List.of(List.of(entry("Shell", "nothing of it runs"), entry("Copy", "nothing of it runs")))),
                "two are read as fast");
        List<List<Entry>> few = List.of(List.of(
                entry("a", LOCKED),
                entry("b", LOCKED),
                entry("c", LOCKED),
                entry("d", "1"),
                entry("e", "2"),
                entry("f", "3"),
                entry("g", "4")));
        assertEquals(few, MenuReasons.once(few), "what is grey without words would be guessed at");
    }

    @Test
    void whereAllThatIsGreyIsGreyForOneReasonNoneNeedsToPointToIt() {
        assertEquals(
                List.of(LOCKED + " grey", "Shell\tK grey", "Scale\tK grey", "Delete\tK grey"),
                told(List.of(List.of(entry("Shell", LOCKED), entry("Scale", LOCKED), entry("Delete", LOCKED)))));
    }

    /** Both were cut at their beginning and in their middle though there was room beside the menu. */
    @Test
    void aReasonThatThereIsRoomForIsNotCut() {
        assertWhole(
                "Place long-context-eval here\u2026",
                "node selector asks for nvidia.com/gpu.product=NVIDIA-H200, the node has NVIDIA-H100-80GB-HBM3");
        assertWhole(
                "Forward Port\u2026", "the cluster is read-only, and what goes through a forwarded port may change it");
    }

    private static void assertWhole(String words, String why) {
        assertTrue(
                Menus.words(entry(words, why)).startsWith(words + "  (" + why + ")"), Menus.words(entry(words, why)));
    }

    /** A menu for a rack was 785 pixels wide, over all that it was opened for. */
    @Test
    void aReasonBesideAnEntryIsCutInItsMiddleAndItsEndStays() {
        String words = Menus.words(entry(
                "Place long-context-eval here\u2026",
                "on 8 nodes: node selector asks for nvidia.com/gpu.product=NVIDIA-H200 and for"
                        + " topology.example.org/rack=NVIDIA-H200"));
        assertTrue(words.length() <= 135 && words.contains("=NVIDIA-H200)"), words);
        String fixed = "its priority is fixed: it is in no queue and has no rollout";
        assertTrue(Menus.words(entry("Priority", fixed)).contains("(" + fixed + ")"), "there is room for all of it");
    }

    /** "(node selector asks..., the node has NVIDIA-H100-80GB-HBM3)" left out what the job asks for. */
    @Test
    void ofWhatIsAskedForAndWhatIsThereBothStay() {
        String words = Menus.words(entry(
                "Place long-context-eval here\u2026",
                "on 8 nodes that are cordoned: node selector asks for nvidia.com/gpu.product=NVIDIA-H200, each"
                        + " node of these has NVIDIA-H100-80GB-HBM3"));
        assertTrue(words.length() <= 135, words);
        assertTrue(words.contains("=NVIDIA-H200, ") && words.contains("NVIDIA-H100-80GB-HBM3)"), words);
    }

    /** A name goes up to 253 characters, and a menu is as wide as its words. */
    @Test
    void aLongNameLeavesRoomForWhatIsSaidOfIt() {
        String why = "very-long-".repeat(25) + " is read-only.";
        String beside = Menus.words(entry("Drain", why));
        assertTrue(beside.length() < 180 && beside.contains("is read-only"), beside);
        List<Entry> all = List.of(entry("a", why), entry("b", why), entry("c", why));
        String lead = Menus.words(MenuReasons.once(List.of(all)).getFirst().getFirst());
        assertTrue(lead.length() < 180 && lead.endsWith("is read-only."), lead);
    }
}
