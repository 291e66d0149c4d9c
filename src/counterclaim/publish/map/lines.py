"""Lines on paper: projected lines clipped to the frame, thinned to what can be seen, and written as SVG paths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from counterclaim.publish.map.planes import Point
from counterclaim.publish.svgtext import Box

# Numbers of tenths as they stand in a path, with the blank that a positive one needs before it.


@cache
def _number(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ' '}{whole or (0 if not rest else '')}{f'.{rest}' if rest else ''}"


def path(lines: Iterable[Sequence[Point]], *, closed: bool, least: float = 0.7) -> str:
    """
    The `d` of a path of these lines, in tenths; points nearer than `least` to the last one drawn are left out.

    Lines of which nothing remains are left out; a closed one needs three points.
    """
    parts: list[str] = []
    for line in lines:
        steps = _steps(line, least, closed=closed)
        if len(steps) >= (2 if closed else 1):
            x, y = (round(value * 10) for value in line[0])
            drawn = "".join(_number(dx) + _number(dy) for dx, dy in steps)
            parts.append(f"M{_number(x).strip()}{_number(y)}l{drawn.lstrip()}{'z' if closed else ''}")
    return "".join(parts)


def _steps(line: Sequence[Point], least: float, *, closed: bool) -> list[tuple[int, int]]:
    tenths, steps = least * 10, []
    x, y = round(line[0][0] * 10), round(line[0][1] * 10)
    final = len(line) - 1
    for at, (px, py) in enumerate(line):
        qx, qy = px * 10, py * 10
        far = abs(qx - x) + abs(qy - y) >= tenths
        if far or (at == final and not closed):
            nx, ny = round(qx), round(qy)
            if (nx, ny) != (x, y):
                steps.append((nx - x, ny - y))
                x, y = nx, ny
    return steps


def clipped_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of a closed line within `box`, closed along its edges (Sutherland and Hodgman)."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    points = list(ring)
    for axis, limit, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        values = xs if not axis else ys
        worst = min(values) if sign > 0 else -max(values)
        if worst < sign * limit:
            points = _cut(points, axis, limit, sign)
        if len(points) < 3:
            return []
    return points


def _cut(points: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    last = points[-1] if points else (0.0, 0.0)
    was_in = sign * (last[axis] - limit) >= 0
    for point in points:
        is_in = sign * (point[axis] - limit) >= 0
        if is_in != was_in:
            part = (limit - last[axis]) / (point[axis] - last[axis])
            other = last[1 - axis] + part * (point[1 - axis] - last[1 - axis])
            kept.append((limit, other) if not axis else (other, limit))
        if is_in:
            kept.append(point)
        last, was_in = point, is_in
    return kept


def clipped_line(line: Sequence[Point], box: Box) -> list[list[Point]]:
    """The runs of an open line whose steps may cross `box`; they may reach out of it by a step."""
    runs: list[list[Point]] = []
    running = False
    for (ax, ay), (bx, by) in pairwise(line):
        outside = (
            (ax < box.left and bx < box.left)
            or (ax > box.right and bx > box.right)
            or (ay < box.top and by < box.top)
            or (ay > box.bottom and by > box.bottom)
        )
        if outside:
            running = False
        elif running:
            runs[-1].append((bx, by))
        else:
            runs.append([(ax, ay), (bx, by)])
            running = True
    return runs


def centre_of(ring: Sequence[Point]) -> Point:
    """The centre of gravity of a closed line; its first point where it encloses nothing."""
    total = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        total, x, y = total + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (x / (3 * total), y / (3 * total)) if abs(total) > 1e-6 else ring[0]


def size_of(ring: Sequence[Point]) -> float:
    """The area within a closed line."""
    return abs(sum(a * d - b * c for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2
