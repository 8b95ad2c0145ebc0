// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.Optional;
import podium.core.json.Json;
import podium.ui.texts.Texts;

/** A row stands for one object: what somebody creates later under its name is another one. Any thread. */
public final class GoneObjects {
    private GoneObjects() {}

    /**
     * Says that an object is no longer there, and whether another one of its name is.
     *
     * @param uid of the object; empty: whichever is there
     * @param found what the server has under its name now, as JSON; empty: nothing
     * @return empty: it is still there
     */
    public static Optional<String> words(String uid, Optional<String> found) {
        if (found.isEmpty()) {
            return Optional.of(Texts.of("GoneObjects.itIsNoLonger"));
        }
        String now = uid.isEmpty() ? "" : Json.uid(Json.read(found.get()));
        return now.isEmpty() || now.equals(uid)
                ? Optional.empty()
                : Optional.of(Texts.of("GoneObjects.anotherOneIsThere"));
    }
}
