// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartupNoticeTest {
    @Test
    void aLineHasTheFirstSentenceOfEachThing() {
        StartupNotice note = new StartupNotice(List.of("The layout is lost. It is in /a.b/c.", "Nothing is kept."));
        assertEquals("The layout is lost. Nothing is kept.", note.line());
        assertEquals("The layout is lost. It is in /a.b/c.\nNothing is kept.", note.text());
    }

    @Test
    void aSentenceEndsAsItsLanguageEndsIt() {
        StartupNotice note = new StartupNotice(List.of("配置を読めませんでした。ファイルは /a.b にあります。"));
        assertEquals("配置を読めませんでした。", note.line());
    }

    @Test
    void aStartAsEverHasNothingToTell() {
        assertEquals("", StartupNotice.NONE.line());
        assertEquals("", StartupNotice.NONE.text());
    }
}
