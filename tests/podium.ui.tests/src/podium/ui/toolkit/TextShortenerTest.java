// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextShortenerTest {
    @Test
    void whatFitsIsLeftAsItIs() {
        assertEquals("gpu-a1-3", TextShortener.middle("gpu-a1-3", 8, String::length));
        assertEquals("needs 8 GPUs", TextShortener.end("needs 8 GPUs", 12, String::length));
    }

    @Test
    void aNameKeepsItsDistinguishingEnd() {
        String cut = TextShortener.middle("llm-pretrain-70b-mixture-of-experts-run-17", 20, String::length);
        assertEquals(20, cut.length());
        assertTrue(cut.startsWith("llm-"), cut);
        assertTrue(cut.endsWith("experts-run-17".substring(2)), cut);
    }

    @Test
    void namesThatDifferInTheirEndStayDifferent() {
        String a = TextShortener.middle("training-job-with-a-long-name-worker-11", 16, String::length);
        String b = TextShortener.middle("training-job-with-a-long-name-worker-12", 16, String::length);
        assertTrue(!a.equals(b), a + " " + b);
    }

    @Test
    void whatTellsANameApartIsKeptWhereItIsKnown() {
        String name = "ip-10-0-1-7";
        assertEquals(name, TextShortener.name(name, "\u20261-7", 11, String::length));
        assertEquals("\u20261-7", TextShortener.name(name, "\u20261-7", 6, String::length));
        assertEquals("i\u20267", TextShortener.name(name, "\u20261-7", 3, String::length), "dots in one place");
        assertEquals(TextShortener.middle(name, 6, String::length), TextShortener.name(name, "", 6, String::length));
    }

    @Test
    void whatANameBeginsWithStaysWholeWhereItTellsItApart() {
        String device = "GPU 5  llm-70b-pretrain";
        assertEquals(device, TextShortener.name(device, "GPU 5", 23, String::length));
        assertEquals("GPU 5  llm\u2026", TextShortener.name(device, "GPU 5", 11, String::length));
        for (int width = 5; width < 23; width++) {
            String shown = TextShortener.name(device, "GPU 5", width, String::length);
            assertTrue(shown.startsWith("GPU 5") && shown.length() <= width, shown);
        }
    }

    @Test
    void aSentenceLosesItsEnd() {
        assertEquals("needs 4 no\u2026", TextShortener.end("needs 4 nodes with 8 free GPUs", 11, String::length));
    }

    /** "32 running, 1 succe" stood beside the filter of Jobs. */
    @ParameterizedTest
    @CsvSource({
        "25,'32 running, 16 succeeded'",
        "24,'32 running, 16 succeeded'",
        "23,32 running \u2026",
        "12,32 running \u2026",
        "11,32 running\u2026",
        "5,32 r\u2026"
    })
    void aListLosesWholeWordsWithTheirNumbers(int width, String shown) {
        assertEquals(shown, TextShortener.wholeWords("32 running, 16 succeeded", width, String::length));
    }

    /** "waits to be p", "CrashLoopBac" and "nvidia.com/gpu.prod" stood in a column of Jobs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate podium.placement/manual: waits to be placed by an operator|43|gate podium.placement/manual:"
                        + " waits to be\u2026",
                "no node of ai-factory has nvidia.com/gpu.product=NVIDIA-H200|45|no node of ai-factory has"
                        + " nvidia.com/\u2026",
                "no node of ai-factory has nvidia.com/gpu.product=NVIDIA-H200|52|no node of ai-factory has"
                        + " nvidia.com/gpu.product=\u2026",
                "room for 3 of its 16 tasks; on 28 nodes|33|room for 3 of its 16 tasks; on\u2026",
                "on 19 nodes: needs 8 GPUs, none there|25|on 19 nodes: needs\u2026",
                "CrashLoopBackOff: running again|12|CrashLoopBa\u2026"
            })
    void aSentenceIsCutBetweenWordsOrTheirParts(String text, int width, String shown) {
        assertEquals(shown, TextShortener.sentence(text, width, String::length));
    }

    /** "node sel...roduct=NVIDIA-H200, the node...IA-H100-80GB-HBM3" stood in a menu. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node selector asks for nvidia.com/gpu.product=NVIDIA-H200, the node has NVIDIA-H100-80GB-HBM3|53|node"
                        + " \u2026gpu.product=NVIDIA-H200, \u2026NVIDIA-H100-80GB-HBM3",
                "which would start without the rest|20|\u2026without the rest",
                "nvidia.com-gpu.product-and-no-parts-of-it|20|nvidia\u2026o-parts-of-it"
            })
    void aReasonIsCutBetweenWordsOrTheirParts(String text, int most, String shown) {
        assertEquals(shown, TextShortener.clauses(most, text));
    }

    @Test
    void noRoomShowsNothing() {
        assertEquals("", TextShortener.middle("name", 0, String::length));
        assertEquals("", TextShortener.end("name", -3, String::length));
    }

    @Test
    void everyWidthYieldsTextThatFits() {
        for (int width = 1; width < 40; width++) {
            assertTrue(TextShortener.middle("prod-eu-west-1/gpu-node-0042/GPU 5", width, String::length)
                            .length()
                    <= width);
            assertTrue(TextShortener.end("prod-eu-west-1/gpu-node-0042/GPU 5", width, String::length)
                            .length()
                    <= width);
        }
    }
}
