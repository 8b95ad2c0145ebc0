// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.io.OutputStream;
import java.io.Reader;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.tm.internal.terminal.control.ITerminalListener3.TerminalTitleRequestor;
import org.eclipse.tm.internal.terminal.control.impl.ITerminalControlForText;
import org.eclipse.tm.internal.terminal.emulator.VT100Emulator;
import org.eclipse.tm.internal.terminal.provisional.api.ITerminalConnector;
import org.eclipse.tm.internal.terminal.provisional.api.TerminalState;
import org.eclipse.tm.terminal.model.ITerminalTextData;
import org.eclipse.tm.terminal.model.TerminalTextDataFactory;

/** One screen of text and the emulator that writes to it. Written to by one thread at a time; its text is safe for any. */
@NonNullByDefault({}) // what it implements does not constrain null
final class TerminalScreen implements ITerminalControlForText {
    private final ITerminalTextData text = TerminalTextDataFactory.makeTerminalTextData();
    private final TextQueue queue = new TextQueue();
    private final VT100Emulator emulator;
    private final OutputStream answers;
    private volatile boolean applicationCursor;

    /** What is still to be read; the emulator asks first whether there is something. */
    private static final class TextQueue extends Reader {
        private String text = "";
        private int at;

        void add(String more) {
            text = text.substring(at) + more;
            at = 0;
        }

        @Override
        public boolean ready() {
            return at < text.length();
        }

        @Override
        public int read(char[] into, int offset, int length) {
            int count = Math.min(length, text.length() - at);
            text.getChars(at, at + count, into, offset);
            at += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /**
     * @param lines that are kept
     * @param answers takes what the terminal itself says to the program, such as where its cursor is
     */
    TerminalScreen(int lines, OutputStream answers) {
        this.answers = answers;
        text.setMaxHeight(lines);
        emulator = new VT100Emulator(text, this, queue);
        emulator.resetState();
        emulator.setCrAfterNewLine(false);
        size(24, 80);
    }

    ITerminalTextData text() {
        return text;
    }

    synchronized void write(String more) {
        queue.add(more);
        emulator.processText();
    }

    synchronized void size(int rows, int columns) {
        emulator.setDimensions(rows, columns);
    }

    synchronized void clear() {
        emulator.clearTerminal();
    }

    boolean applicationCursor() {
        return applicationCursor;
    }

    @Override
    public TerminalState getState() {
        return TerminalState.CONNECTED;
    }

    @Override
    public void setState(TerminalState state) {
        // it is as connected as its session
    }

    @Override
    public void setTerminalTitle(String title, TerminalTitleRequestor requestor) {
        // the title says where the shell runs; a program is not to change that
    }

    @Override
    public ITerminalConnector getTerminalConnector() {
        return null;
    }

    @Override
    public OutputStream getOutputStream() {
        return answers;
    }

    @Override
    public void enableApplicationCursorKeys(boolean enable) {
        applicationCursor = enable;
    }
}
