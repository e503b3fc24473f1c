namespace MediaGuard.Vision.Detection.Pictures;

/// <summary>How a model wants its pixels: each channel value v becomes <c>v × Scale + Offset</c>.</summary>
/// <param name="IsPlanar">Channel after channel (NCHW) instead of interleaved (NHWC).</param>
/// <param name="IsBgr">Blue first.</param>
/// <param name="Scale">Applied first.</param>
/// <param name="Offset">Added after scaling.</param>
internal sealed record TensorLayout(bool IsPlanar, bool IsBgr, float Scale, float Offset);
