using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>
/// The first half of sending a list: reads the file, outside of any transaction. A refused file leaves nothing behind;
/// <see cref="KeepListCommand"/> is the second half.
/// </summary>
/// <param name="GroupId">Group for which it is.</param>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record ReadListQuery(Guid GroupId, Stream Content, string FileName) : IQuery<ReadList>;

/// <summary>A list that was read.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Content">What stands in it.</param>
public sealed record ReadList(string FileName, ListContent Content);

internal sealed class ReadListValidator : AbstractValidator<ReadListQuery>
{
    public ReadListValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReadListHandler(IAppDbContext db, CurrentUser user, IListFileReader reader, TimeProvider time) : IRequestHandler<ReadListQuery, Result<ReadList>>
{
    public async Task<Result<ReadList>> Handle(ReadListQuery request, CancellationToken cancellationToken)
    {
        var group = await db.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(g => g.Id == request.GroupId, cancellationToken);
        if (group is null)
        {
            return new NotFound();
        }

        if (!group.TakesApplications(time.Today()))
        {
            return new GroupNotRecruiting();
        }

        var table = reader.ReadInTime(request.Content, request.FileName, time, cancellationToken);
        var content = table.Error is { } refused ? refused : ListContent.Of(table.Value);
        return content.Error is { } wrong ? UploadReader.AtField(wrong) : new ReadList(UploadReader.NameOf(request.FileName), content.Value);
    }
}
