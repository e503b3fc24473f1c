using System.Globalization;
using MediaGuard.Bench.Consent;

// Consent's figures, each beside something measured in the same run on the same machine.
var pupils = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
foreach (var provider in new[] { "sqlite", "postgres" })
{
    await ImportBench.RunAsync(provider, pupils);
}
