// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.io.OutputStream;
import java.io.Reader;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.tm.internal.terminal.control.ITerminalListener3.TerminalTitleRequestor;
import org.eclipse.tm.internal.terminal.control.impl.ITerminalControlForText;
import org.eclipse.tm.internal.terminal.emulator.VT100Emulator;
import org.eclipse.tm.internal.terminal.provisional.api.ITerminalConnector;
import org.eclipse.tm.internal.terminal.provisional.api.TerminalState;
import org.eclipse.tm.internal.terminal.textcanvas.PollingTextCanvasModel;
import org.eclipse.tm.terminal.model.ITerminalTextData;
import org.eclipse.tm.terminal.model.TerminalTextDataFactory;

/** One screen of text and the emulator that writes to it. Any thread; its model is the UI thread's. */
@NonNullByDefault({}) // what it implements does not constrain null
final class TerminalScreen implements ITerminalControlForText {
    private static final System.Logger LOG = System.getLogger(TerminalScreen.class.getName());

    /** Characters that are shown in one go; then whoever shows the text has its turn. */
    private static final int PIECE = 4096;

    private final Lock lock = new ReentrantLock(true);
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

        void clear() {
            at = text.length();
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

    /** The text as it is shown; made and used on the UI thread. */
    PollingTextCanvasModel model() {
        return new PollingTextCanvasModel(text.makeSnapshot()) {
            @Override
            public void update() {
                alone(super::update);
            }

            @Override
            public void setVisibleRectangle(int startLine, int startColumn, int height, int width) {
                alone(() -> super.setVisibleRectangle(startLine, startColumn, height, width));
            }
        };
    }

    /** Shows what a program wrote. What the emulator cannot digest it leaves out: no output ends a shell. */
    void write(String more) {
        for (int at = 0; at < more.length(); at += PIECE) {
            String piece = more.substring(at, Math.min(at + PIECE, more.length()));
            alone(() -> {
                try {
                    queue.add(piece);
                    emulator.processText();
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.WARNING, "The terminal could not show what a program wrote", e);
                    queue.clear();
                    emulator.resetState();
                }
            });
        }
    }

    void size(int rows, int columns) {
        alone(() -> emulator.setDimensions(rows, columns));
    }

    void clear() {
        alone(emulator::clearTerminal);
    }

    /** The text's own lock is not the one that its snapshots take: writing and showing would come between one another. */
    private void alone(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
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
