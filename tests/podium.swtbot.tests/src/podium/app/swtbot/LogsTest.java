// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The logs of a gang: all ranks in one stream, filtered, searched, copied. */
@ExtendWith(AtTheDesk.class)
class LogsTest {
    private static final String GANG = "llm-70b-pretrain";
    private static final int RANKS = 8;
    private static final Pattern STEP = Pattern.compile("step (\\d+) ");
    private final Desk desk;

    LogsTest(Desk desk) {
        this.desk = desk;
    }

    @AfterEach
    void showAll() {
        desk.hands.type("Filter of the log", "");
        desk.hands.type("Search in the log", "");
    }

    @Test
    void theFilterOfAGangsLogLeavesTheLinesOfAllRanksThatTheServerHas() throws Exception {
        open();
        String step = step();
        List<String> there = lines(step);
        assertTrue(there.size() > 1, "a step of one rank only");
        desk.hands.type("Filter of the log", step);
        desk.console.await(there.size() + " lines are left", () -> desk.screen.says(" · " + there.size() + " of "));
    }

    @Test
    void whatASearchGoesToIsCopiedAsTheServerHasIt() throws Exception {
        open();
        String step = step();
        List<String> there = lines(step);
        desk.hands.type("Search in the log", step);
        desk.console.await("all are found", () -> desk.screen.says(" · hit in " + there.size() + " line"));
        desk.hands.keys(Keystrokes.CR);
        String newest = there.size() == 1 ? " · hit 1 of 1" : " · the newest of " + there.size() + " hits";
        desk.console.await("it goes to the newest", () -> desk.screen.says(newest));
        desk.hands.tip("Copy the selected lines");
        String copied = desk.clipboard();
        assertFalse(copied.isEmpty());
        assertTrue(
                there.stream().anyMatch(line -> copied.strip().endsWith(line)), () -> copied + " is none of " + there);
    }

    private void open() {
        desk.select(GANG);
        desk.hands.menu("Act", "Logs");
        desk.console.await(
                "all ranks are followed",
                () -> desk.screen.says(GANG + " · " + RANKS + " tasks, " + RANKS + " followed"));
    }

    /** The words of a step that all ranks are past. */
    private String step() throws Exception {
        Matcher found = STEP.matcher(desk.api().text(log(pods().getFirst(), "?tailLines=20")));
        assertTrue(found.find());
        return found.group();
    }

    private List<String> lines(String words) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String pod : pods()) {
            desk.api()
                    .text(log(pod, "?tailLines=900"))
                    .lines()
                    .filter(line -> line.contains(words))
                    .forEach(lines::add);
        }
        return lines;
    }

    private List<String> pods() throws Exception {
        return desk.api().names("/api/v1/namespaces/pretraining/pods?labelSelector=app.kubernetes.io/name=" + GANG);
    }

    private static String log(String pod, String query) {
        return "/api/v1/namespaces/pretraining/pods/" + pod + "/log" + query;
    }
}
