// SPDX-License-Identifier: Apache-2.0
package podium.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShortenTest {
    @Test
    void whatFitsIsLeftAsItIs() {
        assertEquals("gpu-a1-3", Shorten.middle("gpu-a1-3", 8, String::length));
        assertEquals("needs 8 GPUs", Shorten.end("needs 8 GPUs", 12, String::length));
    }

    @Test
    void aNameKeepsItsDistinguishingEnd() {
        String cut = Shorten.middle("llm-pretrain-70b-mixture-of-experts-run-17", 20, String::length);
        assertEquals(20, cut.length());
        assertTrue(cut.startsWith("llm-"), cut);
        assertTrue(cut.endsWith("experts-run-17".substring(2)), cut);
    }

    @Test
    void namesThatDifferInTheirEndStayDifferent() {
        String a = Shorten.middle("training-job-with-a-long-name-worker-11", 16, String::length);
        String b = Shorten.middle("training-job-with-a-long-name-worker-12", 16, String::length);
        assertTrue(!a.equals(b), a + " " + b);
    }

    @Test
    void whatTellsANameApartIsKeptWhereItIsKnown() {
        String name = "ip-10-0-1-7";
        assertEquals(name, Shorten.name(name, "\u20261-7", 11, String::length));
        assertEquals("\u20261-7", Shorten.name(name, "\u20261-7", 6, String::length));
        assertEquals(Shorten.middle(name, 6, String::length), Shorten.name(name, "", 6, String::length));
    }

    @Test
    void aSentenceLosesItsEnd() {
        assertEquals("needs 4 no\u2026", Shorten.end("needs 4 nodes with 8 free GPUs", 11, String::length));
    }

    @Test
    void noRoomShowsNothing() {
        assertEquals("", Shorten.middle("name", 0, String::length));
        assertEquals("", Shorten.end("name", -3, String::length));
    }

    @Test
    void everyWidthYieldsTextThatFits() {
        for (int width = 1; width < 40; width++) {
            assertTrue(Shorten.middle("prod-eu-west-1/gpu-node-0042/GPU 5", width, String::length)
                            .length()
                    <= width);
            assertTrue(Shorten.end("prod-eu-west-1/gpu-node-0042/GPU 5", width, String::length)
                            .length()
                    <= width);
        }
    }
}
