using System.Buffers;

namespace TeacherCpd.Originality.Text;

/// <summary>A list over a pooled array; give it back with <see cref="Return"/> and do not use it after that.</summary>
internal sealed class Growing<T>(int capacity)
    where T : unmanaged
{
    private T[] items = ArrayPool<T>.Shared.Rent(capacity);

    /// <summary>Items in use.</summary>
    public int Count { get; private set; }

    /// <summary>The last item.</summary>
    public ref T Last => ref items[Count - 1];

    /// <summary>The items.</summary>
    public Span<T> Span => items.AsSpan(0, Count);

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if (Count == items.Length)
        {
            Grow(Count + 1);
        }

        items[Count++] = item;
    }

    /// <summary>Adds an item to be filled in place, every field of it; it holds what was there before.</summary>
    public ref T AddUnset()
    {
        if (Count == items.Length)
        {
            Grow(Count + 1);
        }

        return ref items[Count++];
    }

    /// <summary>Adds items.</summary>
    public void AddRange(ReadOnlySpan<T> added)
    {
        if (Count + added.Length > items.Length)
        {
            Grow(Count + added.Length);
        }

        added.CopyTo(items.AsSpan(Count));
        Count += added.Length;
    }

    /// <summary>Gives the array back.</summary>
    public void Return()
    {
        ArrayPool<T>.Shared.Return(items);
        items = [];
        Count = 0;
    }

    private void Grow(int atLeast)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(atLeast, items.Length * 2));
        items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(items);
        items = larger;
    }
}
