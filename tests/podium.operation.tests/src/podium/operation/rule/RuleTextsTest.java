// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextsTest {
    @Test
    void aGlobMatchesAsTheRegularExpressionDoes() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String pattern = word(random, "ab*");
            String text = word(random, "ab");
            boolean wanted = Pattern.matches(pattern.replace("*", ".*"), text);
            assertEquals(wanted, new Glob(pattern).matches(text), () -> pattern + " on " + text);
        }
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    @Test
    void aGlobTakesEverythingElseAsItStands() {
        assertTrue(new Glob("a.b[c]").matches("a.b[c]"));
        assertFalse(new Glob("a.b").matches("axb"));
    }

    @ParameterizedTest
    @CsvSource({
        "prod/gpu-*, prod, gpu-1, true",
        "prod/gpu-*, test, gpu-1, false",
        "gpu-1, anything, gpu-1, true",
        "*/gpu-1, anything, gpu-2, false",
        "arn:aws:eks/prod/gpu-1, arn:aws:eks/prod, gpu-1, true",
    })
    void aProtectionCoversItsNamesInItsClusters(String rule, String cluster, String name, boolean covers) {
        ProtectionRule read = ProtectionRule.parse(rule);
        assertEquals(covers, read.covers(cluster, name));
        assertEquals(read, ProtectionRule.parse(read.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "/", "prod/", "/gpu"})
    void whatIsNoProtectionIsRefusedInASentence(String text) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ProtectionRule.parse(text))
                .getMessage()
                .contains("Write CLUSTER/NAME"));
    }

    /** 2026-03-06 is a Friday; Berlin is one hour ahead of UTC in winter. */
    @ParameterizedTest
    @CsvSource({
        "'prod Fri,Sat 18:00-08:00 Europe/Berlin', 2026-03-06T16:59:59Z, ",
        "'prod Fri,Sat 18:00-08:00 Europe/Berlin', 2026-03-06T17:00:00Z, 2026-03-07T07:00:00Z",
        "'prod Fri,Sat 18:00-08:00 Europe/Berlin', 2026-03-07T06:59:59Z, 2026-03-07T07:00:00Z",
        "'prod Fri,Sat 18:00-08:00 Europe/Berlin', 2026-03-07T07:00:00Z, ",
        "'prod Fri,Sat 18:00-08:00 Europe/Berlin', 2026-03-08T03:00:00Z, 2026-03-08T07:00:00Z",
        "'prod Fri,Sat 18:00-08:00 Europe/Berlin', 2026-03-08T18:00:00Z, ",
        "prod Mon-Fri 09:00-17:00 UTC, 2026-03-06T09:00:00Z, 2026-03-06T17:00:00Z",
        "prod Mon-Fri 09:00-17:00 UTC, 2026-03-07T09:00:00Z, ",
        "prod Sat-Mon 00:00-00:00 UTC, 2026-03-09T23:59:59Z, 2026-03-10T00:00:00Z",
        "prod Sat-Mon 00:00-00:00 UTC, 2026-03-10T00:00:00Z, ",
        "* daily 12:00-13:00 America/New_York, 2026-03-06T17:30:00Z, 2026-03-06T18:00:00Z",
        "other daily 00:00-00:00 UTC, 2026-03-06T17:30:00Z, ",
    })
    void aFreezeWindowHoldsItsHoursByItsClock(String rule, String now, String until) {
        FreezeWindow freeze = FreezeWindow.parse(rule);
        Optional<Instant> end = freeze.until("prod", Instant.parse(now)).map(ZonedDateTime::toInstant);
        assertEquals(Optional.ofNullable(until).map(Instant::parse), end);
        assertEquals(freeze, FreezeWindow.parse(freeze.toString()));
    }

    /** Berlin puts its clocks forward on 2026-03-29 from 02:00 to 03:00: that night has an hour less. */
    @Test
    void aFreezeWindowFollowsSummerTime() {
        FreezeWindow freeze = FreezeWindow.parse("* Sat 22:00-06:00 Europe/Berlin");
        assertTrue(freeze.until("a", Instant.parse("2026-03-29T03:59:59Z")).isPresent());
        assertFalse(freeze.until("a", Instant.parse("2026-03-29T04:00:00Z")).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prod",
                "prod Fri 18:00 UTC",
                "prod Fri 18:00-25:00 UTC",
                "prod Freitag 18:00-20:00 UTC",
                "prod Fri 18:00-20:00 Mars/Olympus",
                "prod Fri 18:00-20:00 UTC more",
                "prod , 18:00-20:00 UTC",
                "prod - 18:00-20:00 UTC"
            })
    void whatIsNoFreezeWindowIsRefusedInASentence(String text) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> FreezeWindow.parse(text))
                .getMessage()
                .contains("Write CLUSTER DAYS FROM-TO ZONE"));
    }
}
