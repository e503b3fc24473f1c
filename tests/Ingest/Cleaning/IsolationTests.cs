using System.Collections.Immutable;
using System.Diagnostics;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Ingest.Cleaning.Isolation.Protocol;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace MediaGuard.Ingest.Tests.Cleaning;

internal sealed class IsolationTests : CleaningFixture
{
    /// <summary>What the script of a child that studied the file honestly says; the file is put beside it.</summary>
    private const string Studied = "; cat study.bin";

    private const string Hello = @"printf '\001MGH\000\000\000\000\000\000\000\000'";

    [Test]
    public void InForce_OnLinux_IsWhatTheKernelGives()
    {
        OnlyOnLinux();
        var held = Pool.InForce(CancellationToken.None);
        TestContext.Out.WriteLine(held);
        Assert.That(held & (Protections.NoNewPrivileges | Protections.SystemCallFilter | Protections.FewFiles | Protections.Alarm | Protections.KernelLimits | Protections.Watched | Protections.NoFiles),
            Is.EqualTo(Protections.NoNewPrivileges | Protections.SystemCallFilter | Protections.FewFiles | Protections.Alarm | Protections.KernelLimits | Protections.Watched | Protections.NoFiles));
    }

    [Test]
    public void GiveUpRights_FromInside_LeavesNoWayOut()
    {
        OnlyOnLinux();
        using var victim = Process.Start("sleep", "60");
        var probe = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mediaguard-decoder"), ["probe", $"{victim.Id}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(probe)!;
        var said = process.StandardOutput.ReadToEnd();
        Assert.That(victim.HasExited, Is.False);
        victim.Kill();

        Assert.That(said, Does.Not.Match(@"(?m)^(socket|program|read|write|delete|remove|map|signal): possible"));
        Assert.That(said, Does.Contain("socket: refused").And.Contain("read: refused").And.Contain("write: refused").And.Contain("thread: possible"));
    }

    [Test]
    public void Decode_ManyPictures_UseOneChildEach()
    {
        using var services = Services(configureIsolation: options => options.Children = 2);
        var pool = services.GetRequiredService<DecoderPool>();
        var decoder = services.GetRequiredService<IPictureDecoder>();
        var good = Picture("jpg");
        var first = decoder.Decode(good, MediaFormat.Jpeg, CancellationToken.None).Jpeg;
        Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 6 }, _ =>
            Assert.That(decoder.Decode(good, MediaFormat.Jpeg, CancellationToken.None).Jpeg, Is.EqualTo(first)));

        Assert.That(pool.Started, Is.InRange(1, 2));
    }

    [Test]
    public void Decode_AfterSoManyPictures_TakesAFreshChild()
    {
        using var services = Services(configureIsolation: options => (options.Children, options.PicturesPerChild) = (1, 3));
        var decoder = services.GetRequiredService<IPictureDecoder>();
        for (var picture = 0; picture < 7; picture++)
        {
            decoder.Decode(Picture("png"), MediaFormat.Png, CancellationToken.None);
        }

        Assert.That(services.GetRequiredService<DecoderPool>().Started, Is.EqualTo(3));
    }

    [Test]
    public void Decode_DamagedPicture_CostsItsChildAndNothingElse()
    {
        using var services = Services(configureIsolation: options => options.Children = 1);
        var decoder = services.GetRequiredService<IPictureDecoder>();
        var good = Picture("png");
        var expected = decoder.Decode(good, MediaFormat.Png, CancellationToken.None).Jpeg;
        var holed = good.ToArray();
        holed.AsSpan(holed.Length / 2, 2000).Clear();
        Assert.That(ReasonOf(() => decoder.Decode(holed, MediaFormat.Png, CancellationToken.None)), Is.EqualTo(ReasonCode.Undecodable).Or.EqualTo(ReasonCode.Truncated));
        Assert.That(decoder.Decode(good, MediaFormat.Png, CancellationToken.None).Jpeg, Is.EqualTo(expected));
        Assert.That(services.GetRequiredService<DecoderPool>().Started, Is.EqualTo(2));
    }

    /// <remarks>Half-copied files are common, and what is known before decoding needs no fresh child.</remarks>
    [Test]
    public void Decode_PictureRefusedBeforeDecoding_CostsNoChild()
    {
        using var services = Services(configureIsolation: options => options.Children = 1);
        var decoder = services.GetRequiredService<IPictureDecoder>();
        var good = Picture("png");
        Assert.That(ReasonOf(() => decoder.Decode(good[..(good.Length / 2)], MediaFormat.Png, CancellationToken.None)), Is.EqualTo(ReasonCode.Truncated));
        Assert.That(ReasonOf(() => decoder.Decode(good, MediaFormat.Jpeg, CancellationToken.None)), Is.EqualTo(ReasonCode.NotAPicture));
        Assert.That(decoder.Decode(good, MediaFormat.Png, CancellationToken.None).Width, Is.EqualTo(320));
        Assert.That(services.GetRequiredService<DecoderPool>().Started, Is.EqualTo(1));
    }

    [Test]
    public void Decode_ChildKilledWhileResting_IsReplaced()
    {
        using var services = Services(configureIsolation: options => options.Children = 1);
        var decoder = services.GetRequiredService<IPictureDecoder>();
        var good = Picture("jpg");
        decoder.Decode(good, MediaFormat.Jpeg, CancellationToken.None);
        foreach (var child in Children())
        {
            child.Kill();
        }

        Assert.That(decoder.Decode(good, MediaFormat.Jpeg, CancellationToken.None).Width, Is.EqualTo(320));
    }

    [Test]
    public void Decode_Cancelled_KillsTheChildThatWorksForIt()
    {
        OnlyOnLinux();
        using var services = Rogue(Hello + "; exec sleep 60");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var began = Stopwatch.StartNew();
        Assert.That(() => services.GetRequiredService<IPictureDecoder>().Decode(Picture("jpg"), MediaFormat.Jpeg, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(began.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [TestCase("exec sleep 60", ReasonCode.DecoderUnavailable, TestName = "Decode_ChildThatNeverStarts_IsUnavailable")]
    [TestCase("exit 3", ReasonCode.DecoderUnavailable, TestName = "Decode_ChildThatDiesAtOnce_IsUnavailable")]
    [TestCase("echo I am somebody else entirely", ReasonCode.DecoderUnavailable, TestName = "Decode_ChildThatSpeaksOtherwise_IsUnavailable")]
    [TestCase(Hello + "; exec sleep 60", ReasonCode.DecoderTimedOut, TestName = "Decode_ChildThatHangsReading_IsTimedOut")]
    [TestCase(Hello + Studied + "; exec sleep 60", ReasonCode.DecoderTimedOut, TestName = "Decode_ChildThatHangs_IsTimedOut")]
    [TestCase(Hello + @"; printf '\001MGU\000\000\000\000\377\377\377\177'; exec sleep 60", ReasonCode.DecoderDied, TestName = "Decode_ChildWithAVeryLongStudy_IsDied")]
    [TestCase(Hello + @"; printf '\001MGU\144\000\000\000\000\000\000\000'; exec sleep 60", ReasonCode.DecoderDied, TestName = "Decode_ChildWithARefusalThatIsNotItsOwn_IsDied")]
    [TestCase(Hello + Studied + "; while :; do :; done", ReasonCode.DecoderTimedOut, TestName = "Decode_ChildThatSpins_IsTimedOut")]
    [TestCase(Hello + Studied + "; cat > /dev/null & sleep 1; kill -SEGV $$", ReasonCode.DecoderDied, TestName = "Decode_ChildThatCrashes_IsDied")]
    [TestCase(Hello + Studied + "; exec cat /dev/zero", ReasonCode.DecoderDied, TestName = "Decode_ChildThatBabbles_IsDied")]
    [TestCase(Hello + Studied + @"; printf '\001MGA\000\000\000\000\100\001\000\000\360\000\000\000\000\000\000\000\377\377\377\077'; exec sleep 60", ReasonCode.TooLarge, TestName = "Decode_ChildWithAVeryLongAnswer_IsTooLarge")]
    [TestCase(Hello + Studied + @"; printf '\001MGA\000\000\000\000\100\001\000\000\360\000\000\000\000\000\000\000\377\377\377\377'; exec sleep 60", ReasonCode.DecoderDied, TestName = "Decode_ChildWithANegativeLength_IsDied")]
    [TestCase(Hello + Studied + @"; printf '\001MGA\144\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000'; exec sleep 60", ReasonCode.DecoderDied, TestName = "Decode_ChildWithAReasonThatIsNotItsOwn_IsDied")]
    public void Decode_RogueChild_GivesATrueReason(string script, ReasonCode reason)
    {
        OnlyOnLinux();
        using var services = Rogue(script);
        var began = Stopwatch.StartNew();
        Assert.That(ReasonOf(() => services.GetRequiredService<IPictureDecoder>().Decode(Picture("jpg"), MediaFormat.Jpeg, CancellationToken.None)), Is.EqualTo(reason));
        Assert.That(began.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void Decode_ChildThatTakesAllMemory_IsStopped()
    {
        OnlyOnLinux();
        using var services = Rogue(Hello + Studied + "; exec tail /dev/zero");
        Assert.That(
            ReasonOf(() => services.GetRequiredService<IPictureDecoder>().Decode(Picture("jpg"), MediaFormat.Jpeg, CancellationToken.None)),
            Is.AnyOf(ReasonCode.TooLarge, ReasonCode.DecoderDied));
        Assert.That(services.GetRequiredService<DecoderPool>().PeakResident, Is.LessThan(1000L << 20));
    }

    /// <remarks>A picture that is not what its child said it is never comes out: the proof stands in this process.</remarks>
    [Test]
    public void Clean_ChildThatSendsSomethingElseThanAJpeg_IsRefused()
    {
        OnlyOnLinux();
        using var services = Rogue(Hello + Studied + @"; printf '\001MGA\000\000\000\000\100\001\000\000\360\000\000\000\000\000\000\000\004\000\000\000evil'; exec sleep 60");
        var cleaner = services.GetRequiredService<IPictureCleaner>();
        Assert.That(ReasonOf(() => cleaner.Clean(new MemoryStream(Picture("jpg")), MediaFormat.Jpeg, CancellationToken.None)), Is.EqualTo(ReasonCode.LeftoverFound));
    }

    /// <remarks>Deep enough to overflow the stack of whoever reads it: no exception handler helps, the process ends. It is the child's.</remarks>
    [Test]
    public void Read_XmpNestedWithoutEnd_CostsTheItemAtMost([Values(6, 20, 400_000)] int depth)
    {
        using var services = Services(configureIsolation: options => options.Children = 1);
        var reader = services.GetRequiredService<IMediaReader>();
        var nested = string.Concat(Enumerable.Repeat("<dc:a rdf:parseType='Resource'>", depth)) + string.Concat(Enumerable.Repeat("</dc:a>", depth));
        var packet = $"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'>{nested}</rdf:Description></rdf:RDF></x:xmpmeta>";
        byte[] file = [.. Picture("jpg"), .. System.Text.Encoding.UTF8.GetBytes(packet)];
        var end = "read";
        try
        {
            reader.Read(new MemoryStream(file));
        }
        catch (MediaException held)
        {
            end = held.Reason.ToString();
        }

        TestContext.Out.WriteLine($"{depth} deep: {end}, {services.GetRequiredService<DecoderPool>().Started} children");
        Assert.That(end, depth == 6 ? Is.EqualTo("read") : Is.AnyOf("read", nameof(ReasonCode.DecoderDied), nameof(ReasonCode.TooLarge), nameof(ReasonCode.DecoderTimedOut)));
        Assert.That(reader.Read(new MemoryStream(Picture("jpg"))).Width, Is.EqualTo(320), "the next one is read");
    }

    [Test]
    public void Decode_FortyEightMegapixelHeic_StaysInItsMemory()
    {
        var path = Path.Combine(Folder, "large.heic");
        using (var drawn = Drawing.Solid(8064, 6048, 120, 150, 90))
        {
            using var noise = Image.Gaussnoise(8064, 6048, sigma: 6, mean: 0, seed: 3);
            using var photo = (drawn + noise).Cast(Enums.BandFormat.Uchar);
            Tool.HeifEnc("-q", "40", "-p", "preset=ultrafast", Put("large.jpg", photo.JpegsaveBuffer(q: 90)), "-o", path);
        }

        AssertBounded(File.ReadAllBytes(path), MediaFormat.Heif, 8064, 6048);
    }

    [Test]
    public void Decode_HundredMegapixelJpegToBeTurned_StaysInItsMemory()
    {
        using var drawn = Drawing.Solid(11_648, 8_736, 120, 150, 90);
        using var photo = drawn.Mutate(mutable => mutable.Set(GValue.GIntType, "orientation", 6));
        AssertBounded(photo.JpegsaveBuffer(q: 90), MediaFormat.Jpeg, 8_736, 11_648);
    }

    private static void AssertBounded(byte[] file, MediaFormat format, int width, int height)
    {
        using var services = Services();
        var began = Stopwatch.StartNew();
        var picture = services.GetRequiredService<IPictureDecoder>().Decode(file, format, CancellationToken.None);
        var peak = services.GetRequiredService<DecoderPool>().PeakResident;
        TestContext.Out.WriteLine($"{format} {width} x {height}: {peak >> 20} MiB at most in the child, {began.ElapsedMilliseconds} ms with its start");
        Assert.That((picture.Width, picture.Height), Is.EqualTo((width, height)));
        Assert.That(peak, Is.LessThan(1100L << 20));
    }

    private ServiceProvider Rogue(string script)
    {
        var study = new MemoryStream();
        var said = new Understanding(MediaFormat.Jpeg, 320, 240, null, null, null, null, null, false, [], []);
        Frames.Write(study, new StudyAnswer(ReasonCode.None, new FileStudy(said, true, ImmutableSortedDictionary<string, int>.Empty, [])));
        script = script.Replace("study.bin", Put("study.bin", study.ToArray()), StringComparison.Ordinal);
        var path = Put("rogue.sh", [.. "#!/bin/sh\n"u8, .. System.Text.Encoding.ASCII.GetBytes(script), (byte)'\n']);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        return Services(configureIsolation: options =>
        {
            (options.Program, options.Children, options.SecondsPerPicture, options.CpuSecondsPerPicture, options.SecondsToStart) = (path, 1, 5, 3, 3);
            options.SecondsToStudy = 3;
            options.MemoryPerChild = 256L << 20;
        });
    }

    private static IEnumerable<Process> Children() => Process.GetProcessesByName("mediaguard-decoder").Where(IsOurs);

    private static bool IsOurs(Process process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) == Environment.ProcessId;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void OnlyOnLinux()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("What holds a child on this system is the watch only.");
        }
    }
}
