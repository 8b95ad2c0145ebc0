// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.util.Optional;
import java.util.function.Supplier;
import podium.core.shell.LoginSession;
import podium.kubernetes.internal.terminal.TerminalProgram;

/**
 * Whether the credential plugin of a connection may ask its operator on a terminal: once for each act of the operator (to open, to
 * agree, to log in again), never because a token ended while nobody looked. What came to nothing is not tried again before that.
 * Any thread.
 */
public final class LoginTerminal {
    private final Runnable changed;
    private final Supplier<Optional<String>> missing;
    private boolean allowed;
    private Optional<CredentialException> failure = Optional.empty();
    private Optional<LoginSession> asking = Optional.empty();

    /** @param changed called on any thread when something begins or ends to ask; it must not wait */
    public LoginTerminal(Runnable changed) {
        this(changed, TerminalProgram::whyNot);
    }

    /** @param missing why nothing can ask on this system; empty: it can. Asked for a plugin that may ask only: it loads what that takes */
    LoginTerminal(Runnable changed, Supplier<Optional<String>> missing) {
        this.changed = changed;
        this.missing = missing;
    }

    /** Why nothing can ask on this system, as half a sentence; empty: it can. */
    Optional<String> whyNot() {
        return missing.get();
    }

    /** Of a connection that has no operator. */
    public static LoginTerminal none() {
        return new LoginTerminal(() -> {});
    }

    /** The operator is there and wants to be let in. */
    public synchronized void allow() {
        allowed = true;
        failure = Optional.empty();
    }

    /** Whether the operator waits to be let in. */
    synchronized boolean isAllowed() {
        return allowed;
    }

    /** Whether a program may ask now; it is the only one then. */
    synchronized boolean take() {
        boolean taken = allowed && missing.get().isEmpty();
        allowed = false;
        return taken;
    }

    /** Nothing had to be asked. */
    synchronized void settled() {
        allowed = false;
    }

    /** What came to nothing since the operator was there last. */
    synchronized Optional<CredentialException> failure() {
        return failure;
    }

    synchronized void failed(CredentialException why) {
        allowed = false;
        failure = Optional.of(why);
    }

    void begin(LoginSession session) {
        synchronized (this) {
            asking = Optional.of(session);
        }
        changed.run();
    }

    void end(LoginSession session) {
        synchronized (this) {
            if (asking.filter(it -> it == session).isEmpty()) {
                return;
            }
            asking = Optional.empty();
        }
        changed.run();
    }

    /** What asks now; empty: nothing does. */
    public synchronized Optional<LoginSession> asking() {
        return asking;
    }
}
