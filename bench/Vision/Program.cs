using MediaGuard.Bench.Vision;

Identify.Run();
