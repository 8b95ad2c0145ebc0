// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.AbstractLayerCommandHandler;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.layer.CellLayerPainter;
import org.eclipse.nebula.widgets.nattable.resize.command.ColumnResizeCommand;
import org.eclipse.nebula.widgets.nattable.resize.config.DefaultColumnResizeBindings;
import org.eclipse.nebula.widgets.nattable.selection.RowSelectionModel;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import podium.ui.table.Rows.Row;

/** The NatTable layers of a {@link RowTable}: data, selection by row key, viewport, column header. */
@NonNullByDefault({}) // the library's types say nothing of null
final class RowLayerStack<R> {
    final DataLayer body;
    final SelectionLayer selection;
    final RowSelectionModel<Row<R>> model;
    final ViewportLayer viewport;
    private final RowData<R> data;
    final CompositeLayer all;

    RowLayerStack(List<Column<R, ?>> columns, RowData<R> data, int wide) {
        this.data = data;
        body = new DataLayer(data, 100, RowTable.ROW_HEIGHT);
        widths(body, columns, wide);
        selection = new SelectionLayer(body, false);
        selection.setLayerPainter(new CellLayerPainter());
        model = new RowSelectionModel<>(selection, data, Row::key, true);
        selection.setSelectionModel(model);
        selection.addConfiguration(new RowOnlySelectionConfiguration());
        viewport = new ViewportLayer(selection);
        DataLayer labels = new DataLayer(new Labels<>(columns), 100, RowTable.ROW_HEIGHT + 2);
        ColumnHeaderLayer header = new ColumnHeaderLayer(labels, viewport, selection, false, new CellLayerPainter());
        header.addConfiguration(new DefaultColumnResizeBindings());
        all = new CompositeLayer(1, 2);
        all.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
    }

    /** Tells which column the operator made wider or narrower. */
    void onResized(IntConsumer listener) {
        selection.registerCommandHandler(new AbstractLayerCommandHandler<ColumnResizeCommand>() {
            @Override
            public Class<ColumnResizeCommand> getCommandClass() {
                return ColumnResizeCommand.class;
            }

            @Override
            protected boolean doCommand(ColumnResizeCommand command) {
                listener.accept(command.getColumnPosition());
                return false;
            }
        });
    }

    /** The rows that are selected, top to bottom. */
    List<Row<R>> selected() {
        List<Row<R>> rows = data.rows().all();
        return model.getSelectedRowPositions().stream()
                .flatMapToInt(range -> IntStream.range(range.start, range.end))
                .sorted()
                .filter(row -> row >= 0 && row < rows.size())
                .mapToObj(rows::get)
                .toList();
    }

    /** Fixed widths, but what is left goes to one column. */
    private static <R> void widths(DataLayer body, List<Column<R, ?>> columns, int wide) {
        for (int i = 0; i < columns.size(); i++) {
            if (i == wide) {
                body.setColumnPercentageSizing(i, true);
                body.setMinColumnWidth(i, columns.get(i).width());
            } else {
                body.setColumnWidthByPosition(i, columns.get(i).width());
            }
        }
    }

    /** Makes these the painters of the table. */
    void painters(NatTable table, ICellPainter cells, ICellPainter heads) {
        table.addConfiguration(new AbstractRegistryConfiguration() {
            @Override
            public void configureRegistry(IConfigRegistry registry) {
                registry.registerConfigAttribute(
                        CellConfigAttributes.CELL_PAINTER, cells, DisplayMode.NORMAL, GridRegion.BODY);
                registry.registerConfigAttribute(
                        CellConfigAttributes.CELL_PAINTER, heads, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
            }
        });
    }

    /** The header's cells. */
    private record Labels<R>(List<Column<R, ?>> columns) implements IDataProvider {
        @Override
        public Object getDataValue(int column, int row) {
            return columns.get(column).label();
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException("the header is read-only");
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public int getRowCount() {
            return 1;
        }
    }
}
