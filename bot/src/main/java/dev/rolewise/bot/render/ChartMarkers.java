package dev.rolewise.bot.render;

import dev.rolewise.bot.render.PayChart.Mark;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** What stands on the bars of a chart and at their ends. */
final class ChartMarkers {
  private static final BasicStroke HALO = new BasicStroke(3);
  private static final float ARROW_STROKE = 2;

  private ChartMarkers() {}

  /** The marker of a kind of mark, with a light halo so that it reads on a bar too. */
  static Marker of(Mark.Kind kind) {
    return switch (kind) {
      case AVERAGE -> new Shaped(ChartMarkers::diamond);
      case MEDIAN -> new Shaped(ChartMarkers::upright);
      case SINGLE -> new Shaped(ChartMarkers::dot);
    };
  }

  private static Shape diamond(double x, double y, int size) {
    double half = size / 2.0;
    var diamond = new Path2D.Double();
    diamond.moveTo(x, y - half);
    diamond.lineTo(x + half, y);
    diamond.lineTo(x, y + half);
    diamond.lineTo(x - half, y);
    diamond.closePath();
    return diamond;
  }

  private static Shape upright(double x, double y, int size) {
    double height = size * 1.7;
    return new Rectangle2D.Double(x - 2, y - height / 2, 4, height);
  }

  private static Shape dot(double x, double y, int size) {
    double diameter = size * 0.85;
    return new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter);
  }

  /** Shape of a marker around a point. */
  @FunctionalInterface
  private interface Outline {
    Shape around(double x, double y, int size);
  }

  private static final class Shaped extends Marker {
    private final Outline outline;

    Shaped(Outline outline) {
      this.outline = outline;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
      Color color = g.getColor();
      Shape shape = outline.around(x, y, size);
      g.setStroke(HALO);
      g.setColor(Color.WHITE);
      g.draw(shape);
      g.setColor(color);
      g.fill(shape);
    }
  }

  /** Which way an open end points. */
  enum Direction {
    BELOW,
    ABOVE
  }

  /** The end of a bar that goes on: it fades out behind an arrow. */
  static final class OpenEnd extends Marker {
    private final Direction direction;
    private final int length;
    private final int thickness;

    OpenEnd(Direction direction, int length, int thickness) {
      this.direction = direction;
      this.length = length;
      this.thickness = thickness;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
      int sign = direction == Direction.ABOVE ? 1 : -1;
      Color color = g.getColor();
      Paint before = g.getPaint();
      double start = x - sign;
      double end = x + sign * length;
      Color clear = new Color(color.getRed(), color.getGreen(), color.getBlue(), 24);
      g.setPaint(new GradientPaint((float) x, 0, color, (float) end, 0, clear));
      g.fill(
          new Rectangle2D.Double(
              Math.min(start, end), y - thickness / 2.0, Math.abs(end - start), thickness));
      double tip = end + sign * 7;
      var arrow = new Path2D.Double();
      arrow.moveTo(tip - sign * 5, y - 5);
      arrow.lineTo(tip, y);
      arrow.lineTo(tip - sign * 5, y + 5);
      g.setStroke(new BasicStroke(ARROW_STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.setColor(color);
      g.draw(arrow);
      g.setPaint(before);
    }
  }

  /** A bar too short to be seen at its true length. */
  static final class Sliver extends Marker {
    private final int width;
    private final int thickness;

    Sliver(int width, int thickness) {
      this.width = width;
      this.thickness = thickness;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
      g.fill(new Rectangle2D.Double(x - width / 2.0, y - thickness / 2.0, width, thickness));
    }
  }
}
