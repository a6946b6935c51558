using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Domain.Tests.Portfolios;

public sealed class PortfolioExportTests
{
    private static readonly DateTime At = new(2026, 2, 10, 4, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Parts_come_in_their_order_each_once_and_the_next_begins_after_the_last()
    {
        var export = Begun();

        Assert.False(export.Add(Part(2), At));
        Assert.True(export.Add(Part(1, "L00002"), At));
        Assert.False(export.Add(Part(1, "L00009"), At));
        Assert.True(export.Add(Part(2, "L00004"), At.AddMinutes(1)));

        Assert.Equal(("L00004", 2, At.AddMinutes(1)), (export.After, export.Parts.Count, export.MovedAt));
    }

    [Fact]
    public void It_is_ready_with_parts_and_expires_and_takes_no_part_any_more()
    {
        var export = Begun();
        export.Add(Part(1), At);

        Assert.Null(export.Finish(At, TimeSpan.FromDays(7)));
        Assert.False(export.Add(Part(2), At));
        Assert.IsType<StepNotAllowed>(export.Start(At));
        Assert.Equal((ExportStatus.Ready, At.AddDays(7)), (export.Status, export.ExpiresAt));

        Assert.Null(export.Expire(At.AddDays(7)));
        Assert.IsType<StepNotAllowed>(export.Expire(At));
        Assert.Equal((ExportStatus.Expired, At.AddDays(7)), (export.Status, export.ExpiredAt));
    }

    [Fact]
    public void Without_a_part_it_is_given_up()
    {
        var export = Begun();

        Assert.Null(export.Finish(At, TimeSpan.FromDays(7)));

        Assert.Equal((ExportStatus.Failed, ExportFailure.NothingToSee, null), (export.Status, export.Failure, export.ExpiresAt));
    }

    [Fact]
    public void Five_tries_without_a_new_part_give_it_up_and_a_part_begins_the_count_anew()
    {
        var export = Begun();
        for (var i = 1; i < PortfolioExport.MostAttempts; i++)
        {
            export.BreakOff(At);
        }

        export.Add(Part(1), At);
        for (var i = 1; i < PortfolioExport.MostAttempts; i++)
        {
            export.BreakOff(At);
        }

        Assert.Equal(ExportStatus.Running, export.Status);
        export.BreakOff(At);
        Assert.Equal((ExportStatus.Failed, ExportFailure.BrokeOff), (export.Status, export.Failure));
    }

    private static PortfolioExport Begun()
    {
        var export = new PortfolioExport
        {
            PersonId = Guid.CreateVersion7(),
            AskedAt = At,
            Portfolios = 4,
            Bytes = 100,
        };
        Assert.Null(export.Start(At));
        Assert.Null(export.Start(At));
        return export;
    }

    private static ExportPart Part(int number, string last = "L00001") => new()
    {
        Number = number,
        Portfolios = 2,
        Files = 2,
        Bytes = 50,
        Sha256 = new string('a', 64),
        LastCode = last,
        MadeAt = At,
    };
}
