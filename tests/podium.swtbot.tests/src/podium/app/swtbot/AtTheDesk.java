// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Hands the {@link Desk} of the run to constructors and tests, and leaves it without dialogs after each. */
final class AtTheDesk implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {
    private static final Namespace OURS = Namespace.create(AtTheDesk.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Desk.class;
    }

    @Override
    public Desk resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return desk(context);
    }

    private static Desk desk(ExtensionContext context) {
        return context.getRoot().getStore(OURS).getOrComputeIfAbsent(Desk.class, _ -> new Desk(), Desk.class);
    }

    /** Keeps what was to be seen when a test broke off. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable broken) throws Throwable {
        Desk desk = desk(context);
        SWTUtils.captureScreenshot("target/" + context.getRequiredTestMethod().getName() + ".png");
        context.publishReportEntry("labels", String.join("\n", desk.screen.labels()));
        context.publishReportEntry("things", String.join("\n", desk.screen.things()));
        throw broken;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        desk(context).hands.closeDialogs();
    }
}
