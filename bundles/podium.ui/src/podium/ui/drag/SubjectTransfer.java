// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import java.nio.charset.StandardCharsets;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;
import podium.placement.Subject;

/**
 * Carries a {@link Subject} from a part to a part of this window. Only a marker crosses the system's drag and drop: the
 * subject itself is that of the {@link DragSession}, so nothing of a cluster can be dropped into another program. UI thread.
 */
public final class SubjectTransfer extends ByteArrayTransfer {
    private static final String TYPE =
            "podium-subject-" + ProcessHandle.current().pid();
    private static final int ID = registerType(TYPE);
    private final DragSession session;

    /** A transfer over this session. */
    public SubjectTransfer(DragSession session) {
        this.session = session;
    }

    @Override
    protected void javaToNative(@Nullable Object object, @Nullable TransferData data) {
        if (object instanceof Subject) {
            super.javaToNative(TYPE.getBytes(StandardCharsets.UTF_8), data);
        }
    }

    @Override
    protected @Nullable Object nativeToJava(@Nullable TransferData data) {
        if (super.nativeToJava(data) == null || session.current().isEmpty()) {
            return null;
        }
        return session.current().get();
    }

    @Override
    protected int[] getTypeIds() {
        return new int[] {ID};
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] {TYPE};
    }
}
