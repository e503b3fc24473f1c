using System.Globalization;
using MediaGuard.Decoder;
using MediaGuard.Ingest.Cleaning.Isolation;

// The program's decoding child by itself, for test projects that do not build the whole program; and a look around from inside one.
return args switch
{
    [DecodeWorker.Command] => DecodeWorker.Run(),
    ["probe", var parent] => Probe.Run(int.Parse(parent, CultureInfo.InvariantCulture)),
    _ => 2,
};
