namespace MediaGuard.Vision.Models;

/// <summary>One model of the manifest, and whether its file is what the manifest says.</summary>
/// <param name="Name">For example <c>ultraface-rfb320</c>.</param>
/// <param name="Role">detector, confirmer, embedding, text.</param>
/// <param name="IsRequired">Nothing is seen without it.</param>
/// <param name="Sha256">What the manifest demands, lower-case hex.</param>
/// <param name="State">Found on disk.</param>
/// <param name="Licence">SPDX name.</param>
/// <param name="Source">The package, for example <c>npm @scope/name@1.0.0</c>, the host of its public address, or where the file is to be had.</param>
public sealed record ModelStatus(string Name, string Role, bool IsRequired, string Sha256, ModelState State, string Licence, string Source);
