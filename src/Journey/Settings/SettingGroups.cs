using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Ingest.Scanning;
using MediaGuard.Ingest.Uploads;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Backups;
using MediaGuard.Journey.Mail;
using MediaGuard.Journey.Review;
using MediaGuard.Records;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Settings;

/// <summary>What every setting of the journey and its rooms means. Those of the pages are added by the pages.</summary>
internal static class SettingGroups
{
    public static IReadOnlyList<SettingGroup> All { get; } =
    [
        new("Database", "Database", Of<RecordsOptions>,
        [
            (nameof(RecordsOptions.Provider), "Which database holds the books: sqlite on this machine, or postgres."),
            (nameof(RecordsOptions.ConnectionString), "How the database is reached; not set for the file in the data folder."),
            (nameof(RecordsOptions.DataFolder), "Where the database file and its start-up lock lie."),
            (nameof(RecordsOptions.BusySeconds), "Seconds a statement waits for a locked database before the work is put off."),
            (nameof(RecordsOptions.StandstillAfter), "After this long without a step a photo is shown as standing still; the journey's own limit unless set."),
        ],
        [nameof(RecordsOptions.ConnectionString)]),
        new("Vault", "Store and keys", Of<VaultOptions>,
        [
            (nameof(VaultOptions.Store), "Where encrypted photos lie: in a folder, or in Azure Blob Storage."),
            (nameof(VaultOptions.StoreFolder), "The folder of the store."),
            (nameof(VaultOptions.AzureConnectionString), "How the blob store is reached."),
            (nameof(VaultOptions.AzureContainer), "The container in the blob store."),
            (nameof(VaultOptions.KeyringFolder), "The folder of wrapped keys; never inside the database or its backups."),
            (nameof(VaultOptions.MasterKey), "Where the master key comes from: a file, or the environment."),
            (nameof(VaultOptions.MasterKeyFile), "The master key's file; its backup lies with the keyring's."),
            (nameof(VaultOptions.MasterKeyVariable), "The variable that holds the master key, where it comes from the environment."),
            (nameof(VaultOptions.SegmentSize), "Bytes encrypted as one piece."),
        ],
        [nameof(VaultOptions.AzureConnectionString)]),
        new("Backups", "Backups", Of<BackupOptions>,
        [
            (nameof(BackupOptions.Folder), "Where database and store are backed up to when the command names no folder."),
            (nameof(BackupOptions.KeysFolder), "Where keyring and master key are backed up to: never with the other."),
            (nameof(BackupOptions.EveryDays), "Days from one backup to the next."),
            (nameof(BackupOptions.VerifyDays), "Days from one reading back of a whole backup to the next."),
            (nameof(BackupOptions.BooksKeptDays), "Days a backup of database and store is kept."),
            (nameof(BackupOptions.KeysKeptDays), "Days a backup of the keyring is kept; when it has expired, what was deleted before it is gone for good."),
        ]),
        new("Journey", "The journey", Of<JourneyOptions>,
        [
            (nameof(JourneyOptions.DataFolder), "The folder everything lies in that has no folder of its own."),
            (nameof(JourneyOptions.Workers), "Photos worked on at once."),
            (nameof(JourneyOptions.Jobs), "Where jobs lie: in memory, or in postgres for several workers."),
            (nameof(JourneyOptions.HeadsFolder), "Where signed heads of the log go; best a place the database's keeper can't write."),
            (nameof(JourneyOptions.LeaseFor), "How long a worker has a photo to itself before another may take it up."),
            (nameof(JourneyOptions.SweepEvery), "How often what stands still is handed out again."),
            (nameof(JourneyOptions.HandOutAgainAfter), "How long what was handed out is not handed out again."),
            (nameof(JourneyOptions.WaitFor), "How long something waits that was put off for want of disk, share or database."),
            (nameof(JourneyOptions.StandstillAfter), "After this long without a step a photo is said to stand still."),
            (nameof(JourneyOptions.MendEvery), "How often is looked whether the models are right again."),
            (nameof(JourneyOptions.LongestDelivery), "The longest one delivery to a channel may take."),
        ]),
        new("Arrivals", "The share", Of<ArrivalOptions>,
        [
            (nameof(ArrivalOptions.StillFor), "How long a file must not have changed before it is taken."),
            (nameof(ArrivalOptions.PollEvery), "How often the share is looked at."),
            (nameof(ArrivalOptions.LargestFile), "Bytes of the largest file taken."),
        ]),
        new("Uploads", "Photos sent from a browser", Of<UploadOptions>,
        [
            (nameof(UploadOptions.Folder), "Where what has not come whole yet lies."),
            (nameof(UploadOptions.LargestChunk), "Most bytes of one piece."),
            (nameof(UploadOptions.KeptFor), "How long an upload that was broken off can be gone on with."),
            (nameof(UploadOptions.MostPerPerson), "Most uploads of one person within that time."),
            (nameof(UploadOptions.KeepFree), "Bytes that must stay free on the disk."),
        ]),
        new("Scanner", "Virus scanner", Of<ScannerOptions>,
        [
            (nameof(ScannerOptions.ClamAv), "ClamAV's daemon; once named it must answer, or photos wait."),
            (nameof(ScannerOptions.Seconds), "Seconds it may take for one file."),
            (nameof(ScannerOptions.Chunk), "Bytes sent to it at a time."),
        ]),
        new("Cleaning", "Cleaning", Of<CleaningOptions>,
        [
            (nameof(CleaningOptions.LargestFile), "Bytes of the largest original read."),
            (nameof(CleaningOptions.LargestPicture), "Most pixels a picture may have."),
            (nameof(CleaningOptions.Quality), "Quality of the JPEG made, 80 to 100."),
            (nameof(CleaningOptions.ThreadsPerPicture), "Threads for one picture; 0 is half the cores."),
        ]),
        new("Isolation", "Reading of originals", Of<IsolationOptions>,
        [
            (nameof(IsolationOptions.Program), "The program that reads originals in a child process; none for this one."),
            (nameof(IsolationOptions.Children), "Children at once."),
            (nameof(IsolationOptions.PicturesPerChild), "Pictures a child reads before a fresh one takes over."),
            (nameof(IsolationOptions.SecondsToStudy), "Seconds to read what a file says of itself."),
            (nameof(IsolationOptions.SecondsPerPicture), "Seconds to decode one picture."),
            (nameof(IsolationOptions.CpuSecondsPerPicture), "Processor seconds for one picture."),
            (nameof(IsolationOptions.SecondsToStart), "Seconds a child may take to start."),
            (nameof(IsolationOptions.LargestOutput), "Bytes of the largest picture a child may hand back."),
            (nameof(IsolationOptions.MemoryPerChild), "Bytes of memory a child may hold."),
            (nameof(IsolationOptions.PixelsAtOnce), "Pixels decoded at once over all children."),
        ]),
        new("Models", "Models", Of<ModelOptions>,
        [
            (nameof(ModelOptions.Manifest), "The list of models the program may load, with their digests."),
            (nameof(ModelOptions.Folder), "Where models are installed."),
            (nameof(ModelOptions.From), "Folders searched for a model before any is fetched."),
            (nameof(ModelOptions.ThreadsPerInference), "Threads for looking at one picture."),
            (nameof(ModelOptions.Npm), "The program that fetches packages."),
            (nameof(ModelOptions.FetchTimeout), "How long fetching one model may take."),
            (nameof(ModelOptions.ConnectTimeout), "How long connecting may take."),
        ]),
        new("Looking", "Pictures on pages", Of<LookOptions>,
        [
            (nameof(LookOptions.CacheMegabytes), "Memory for pictures made small, in megabytes; 0 keeps none."),
            (nameof(LookOptions.CacheFor), "How long one is kept."),
        ]),
        new("Mail", "Mail", Of<MailOptions>,
        [
            (nameof(MailOptions.Kind), "Whether mail goes into a folder or to a mail server (smtp)."),
            (nameof(MailOptions.Folder), "The folder mail goes into."),
            (nameof(MailOptions.Host), "The mail server's name."),
            (nameof(MailOptions.Port), "Its port."),
            (nameof(MailOptions.Security), "How the connection is secured: starttls, tls or none."),
            (nameof(MailOptions.User), "The name to sign in with at the mail server."),
            (nameof(MailOptions.Password), "The password to sign in with at the mail server."),
            (nameof(MailOptions.From), "Who mail comes from."),
            (nameof(MailOptions.DigestHour), "The hour from which the office is told what waits."),
            (nameof(MailOptions.Tell), "Who is told by mail that an incident was opened; the addresses are not shown here."),
            (nameof(MailOptions.Patience), "How long a mail server may take."),
        ],
        [nameof(MailOptions.Password)]),
    ];

    private static object Of<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;
}
