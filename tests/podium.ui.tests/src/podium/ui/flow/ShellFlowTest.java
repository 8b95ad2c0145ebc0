// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.shell.LoginSession;
import podium.operation.shell.ShellService;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakeShells;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.LastAnswers;

/** Made with the context of the application, as the add-ons make it. */
class ShellFlowTest {
    private final ShellRequest request = ShellRequest.in(new ClusterId("lab"), "team", "train-0", "train-0");
    private final List<ShellRequest> opened = new ArrayList<>();
    private final MPart part = MBasicFactory.INSTANCE.createPart();
    private final MApplication application = MApplicationFactory.INSTANCE.createApplication();
    private final IEclipseContext context = EclipseContextFactory.create();

    ShellFlowTest() {
        part.setObject(new ShellFlow.Viewer() {
            @Override
            public void open(ShellRequest asked) {
                opened.add(asked);
            }

            @Override
            public void login(String title, LoginSession session, Runnable answered) {}
        });
        application.setContext(context);
        context.set(MApplication.class, application);
        context.set(ShellService.class, new FakeShells());
        context.set(Dialogs.class, new FakeDialogs());
        context.set(LastAnswers.class, new LastAnswers());
        context.set(EPartService.class, service(() -> {
            throw new IllegalStateException("No valid PartService can be acquired from the current context");
        }));
    }

    private interface Shown {
        MPart part();
    }

    private static EPartService service(Shown shown) {
        return (EPartService) Proxy.newProxyInstance(
                EPartService.class.getClassLoader(),
                new Class<?>[] {EPartService.class},
                (proxy, called, with) -> shown.part());
    }

    @Test
    void aShellIsOpenedInTheWindowThoughADialogIsInFront() {
        MWindow window = MBasicFactory.INSTANCE.createWindow();
        window.setContext(context.createChild("window"));
        window.getContext().set(EPartService.class, service(() -> part));
        application.getChildren().add(window);
        context.createChild("dialog").activate();
        ContextInjectionFactory.make(ShellFlow.class, context).open(request);
        assertEquals(List.of(request), opened);
    }

    @Test
    void beforeThereIsAWindowNothingIsOpened() {
        ContextInjectionFactory.make(ShellFlow.class, context).open(request);
        assertEquals(List.of(), opened);
    }
}
