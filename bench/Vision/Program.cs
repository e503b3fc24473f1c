using System.Globalization;
using MediaGuard.Bench.Vision;

// Processor time tells more than the clock on a machine with other work; both are printed. First argument: rounds; second: a photo instead of the sample.
Identify.Run();
Seen.Run(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7, args.Length > 1 ? args[1] : null);
