// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.junit.jupiter.api.Test;
import podium.ui.toolkit.KeyEntry;
import podium.ui.toolkit.PartActivator;

class ShowPartHandlerTest {
    private final List<String> asked = new ArrayList<>();
    private final MPart part = MBasicFactory.INSTANCE.createPart();

    public class Rows {
        @Focus
        public void focus() {
            asked.add("rows");
        }
    }

    public final class Kinds extends Rows implements KeyEntry {
        @Override
        public void enterByKey() {
            asked.add("kind");
        }
    }

    private void show(Object shown) {
        part.setObject(shown);
        part.setContext(EclipseContextFactory.create());
        new ShowPartHandler().show("some", new PartActivator(MApplicationFactory.INSTANCE.createApplication()) {
            @Override
            public Optional<MPart> activate(String id) {
                return Optional.of(part);
            }
        });
    }

    @Test
    void theKeyOfAPartGoesToItsFocusOrToWhereItIsEnteredByKey() {
        show(new Rows());
        show(new Kinds());
        assertEquals(List.of("rows", "kind"), asked);
    }
}
