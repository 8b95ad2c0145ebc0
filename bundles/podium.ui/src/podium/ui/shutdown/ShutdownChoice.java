// SPDX-License-Identifier: Apache-2.0
package podium.ui.shutdown;

/** What to do with running operations when the console is closed. */
public enum ShutdownChoice {
    /** The window goes; the process stays until they have ended. */
    FINISH,
    /** The console stays open. */
    STAY,
    /** The process ends now and leaves them in the middle; the next start offers to go on or to roll back. */
    LEAVE
}
