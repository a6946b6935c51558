using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;
using TeacherCpd.Testing;

namespace TeacherCpd.Providers.Tests;

/// <summary>The index of fingerprints in every database: the same answers as in memory, whatever happens beside.</summary>
public sealed class IndexStoreTests
{
    private static readonly PreparedText[] Texts = [.. Enumerable.Range(0, 12).Select(i => PreparedText.From(string.Join(
        ' ', Enumerable.Range(0, 400).Select(w => $"сөз{(char)('а' + (w * (i + 3) % 29))}{(char)('ә' + (w * w % 7))}{(char)('а' + (w / (i % 4 + 1) % 31))}ма"))))];

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Answers_are_those_of_memory_before_during_and_after_merges(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var memory = new MemoryIndexStore();
        for (var round = 0; round < 3; round++)
        {
            await AddAsync(app, memory);
            Assert.Equal(await AnswersAsync(new FingerprintIndex(memory)), await AnswersAsync(app));
            await app.UseAsync(services => services.GetRequiredService<FingerprintIndex>().MergeAsync(1));
            Assert.Equal(await AnswersAsync(new FingerprintIndex(memory)), await AnswersAsync(app));
        }

        Assert.Equal(0, await app.LookAsync(db => db.IndexedDocuments.CountAsync(d => d.Fingerprints != null)));
        await app.UseAsync(services => services.GetRequiredService<IIndexStore>().DropLeftoversAsync(TestContext.Current.CancellationToken));
        var segments = await app.LookAsync(db => db.IndexSegments.ToListAsync());
        Assert.All(segments, s => Assert.Equal(IndexSegmentStatus.Published, s.Status));
        var blocks = await app.LookAsync(db => db.Set<IndexBlock>().Select(b => b.Id).ToListAsync());
        Assert.Equal(segments.Select(s => s.Id).Order(), blocks.Select(id => (int)(id >> IndexBlock.BucketBits)).Distinct().Order());
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Of_merges_at_once_one_counts_and_the_others_leave_nothing_behind(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var memory = new MemoryIndexStore();
        await AddAsync(app, memory);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.UseAsync(services => services.GetRequiredService<FingerprintIndex>().MergeAsync(1))));

        Assert.Equal(1, await app.LookAsync(db => db.IndexSegments.CountAsync(s => s.Status == IndexSegmentStatus.Published)));
        Assert.Equal(await AnswersAsync(new FingerprintIndex(memory)), await AnswersAsync(app));
        app.Time.Advance(TimeSpan.FromHours(7));
        await app.UseAsync(services => services.GetRequiredService<IIndexStore>().DropLeftoversAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await app.LookAsync(db => db.IndexSegments.CountAsync()));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task A_withdrawn_document_is_named_no_more(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        await AddAsync(app, new MemoryIndexStore());

        await app.LookAsync(db => db.IndexedDocuments.Where(d => d.Number == 3).ExecuteUpdateAsync(d => d.SetProperty(x => x.Status, IndexedDocumentStatus.Withdrawn)));

        Assert.DoesNotContain(3, (await AnswersAsync(app)).SelectMany(a => a).Select(c => c.Number));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task An_index_of_another_version_says_so_and_is_made_anew_from_the_texts(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var memory = new MemoryIndexStore();
        await AddAsync(app, memory);
        await app.UseAsync(services => services.GetRequiredService<FingerprintIndex>().MergeAsync(1));
        await app.LookAsync(db => db.IndexedDocuments.ExecuteUpdateAsync(d => d.SetProperty(x => x.FormatVersion, 1)));

        await Assert.ThrowsAsync<IndexOutdatedException>(() => AnswersAsync(app));
        await app.SendAsSystem(new TendIndexCommand());

        Assert.Equal(await AnswersAsync(new FingerprintIndex(memory)), await AnswersAsync(app));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Nodes_that_make_the_index_anew_at_once_leave_one_that_is_right_and_grows_on(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        var memory = new MemoryIndexStore();
        await AddAsync(app, memory);
        await app.UseAsync(services => services.GetRequiredService<FingerprintIndex>().MergeAsync(1));
        await app.LookAsync(db => db.IndexedDocuments.ExecuteUpdateAsync(d => d.SetProperty(x => x.FormatVersion, 1)));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            await app.SendAsSystem(new TendIndexCommand());
            await app.UseAsync(services => services.GetRequiredService<FingerprintIndex>().MergeAsync(1));
        }));
        await AddAsync(app, memory);
        await app.UseAsync(services => services.GetRequiredService<FingerprintIndex>().MergeAsync(1));

        Assert.Equal(await AnswersAsync(new FingerprintIndex(memory)), await AnswersAsync(app));
        Assert.Equal(0, await app.LookAsync(db => db.IndexedDocuments.CountAsync(d => d.Fingerprints != null)));
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task A_node_of_an_older_version_leaves_the_index_of_a_newer_one_alone(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);
        await AddAsync(app, new MemoryIndexStore());
        await app.LookAsync(db => db.IndexedDocuments.ExecuteUpdateAsync(d => d.SetProperty(x => x.FormatVersion, PreparedText.FormatVersion + 1)));

        Assert.IsType<IndexIsOutdated>((await app.SendAsSystem(new TendIndexCommand())).Error);

        Assert.True(await app.LookAsync(db => db.IndexedDocuments.AllAsync(d => d.FormatVersion == PreparedText.FormatVersion + 1)));
    }

    private static Task<IReadOnlyList<Candidate>[]> AnswersAsync(TestApp app)
    {
        var answers = new TaskCompletionSource<IReadOnlyList<Candidate>[]>();
        return app.UseAsync(async services => answers.SetResult(await AnswersAsync(services.GetRequiredService<FingerprintIndex>())))
            .ContinueWith(done => done.IsFaulted ? throw done.Exception.InnerException! : answers.Task, TaskScheduler.Default).Unwrap();
    }

    private static async Task<IReadOnlyList<Candidate>[]> AnswersAsync(FingerprintIndex index)
    {
        List<IReadOnlyList<Candidate>> answers = [];
        foreach (var text in Texts)
        {
            answers.Add(await index.FindAsync(text, cancellationToken: TestContext.Current.CancellationToken));
        }

        return [.. answers];
    }

    private static async Task AddAsync(TestApp app, MemoryIndexStore memory)
    {
        var work = await app.Data.WorkAsync(PortfolioStatus.Draft);
        foreach (var text in Texts)
        {
            memory.Add(text);
            await app.Data.ChangeAsync(async db =>
            {
                var enrolment = await app.Data.EnrolmentAsync(work.Group, await app.Data.PersonAsync(Domain.Accounts.Role.Teacher));
                var portfolio = Portfolio.Begin(enrolment.Id, app.Time.GetUtcNow().UtcDateTime);
                var (_, kept) = TestData.HandIn(portfolio, text.Text, app.Time.GetUtcNow().UtcDateTime);
                db.Portfolios.Add(portfolio);
                db.PortfolioTexts.Add(kept);
                db.IndexedDocuments.Add(await db.IndexAsync(kept.MaterialId, text.Text, CancellationToken.None));
            });
        }
    }
}
